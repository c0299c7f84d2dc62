/**
 * The points of a room as they will be once everything asked is answered: the server's things, with what waits in the outbox laid over
 * them. There is one list, so a point is shown at once, never twice, and keeps its place on the page when the server's copy comes. Pure.
 */

/**
 * Rows in order: `{key, id, thing, state, trouble, seen}`.
 * - `key` stays the same from the moment the point was typed; `id` is what an ask may name it by;
 * - `state` is "saved", "sending" or "refused" (`trouble` is then the record); `thing` has the shape of a takeaway.
 * `keys` (a Map, takeaway id -> key) is filled as answers come and must be kept between calls; `met` (a Set of ids) holds the points
 * that the store has ever held: one that is gone again was removed or merged, and does not come back as "just saved".
 */
export function expected({ room, takeaways, records, keys, met = new Set() }) {
  const mine = records.filter(({ name }) => name.startsWith("takeaway."));
  for (const { id, name, result } of mine) if (result?.id && MAKES.has(name)) keys.set(result.id, id);
  const hidden = new Set(takeaways.flatMap(({ sources }) => sources ?? []));
  const rows = takeaways
    .filter((thing) => thing.room === room && !hidden.has(thing.id))
    .sort((a, b) => (a.position < b.position ? -1 : 1))
    .map((thing) => ({ key: keys.get(thing.id) ?? thing.id, id: thing.id, thing, state: "saved" }));
  for (const { id } of takeaways) met.add(id);
  for (const record of mine) LAY[record.name]?.(rows, record, { room, met });
  return rows;
}

const MAKES = new Set(["takeaway.capture", "takeaway.merge"]);

const LAY = {
  "takeaway.capture"(rows, record, { room, met }) {
    if (record.data.room !== room || arrived(rows, record, met)) return;
    const after = record.data.after == null ? rows.length - 1 : find(rows, record.data.after);
    rows.splice(after < 0 ? rows.length : after + 1, 0, made(record));
  },
  "takeaway.merge"(rows, record, { room, met }) {
    if (record.data.room !== room || record.state === "refused" || arrived(rows, record, met)) return;
    const places = record.data.takeaways.map((id) => find(rows, id)).filter((at) => at >= 0).sort((a, b) => b - a);
    for (const at of places) rows.splice(at, 1);
    rows.splice(places.at(-1) ?? rows.length, 0, made(record));
  },
  "takeaway.edit"(rows, record) {
    const row = rows[find(rows, record.data.takeaway)];
    if (!row) return;
    const { text, kind, tags } = record.data;
    const mine = Object.fromEntries(Object.entries({ text, kind, tags }).filter(([, value]) => value !== undefined));
    if (record.state === "refused") Object.assign(row, { state: "refused", trouble: record, mine: { ...row.thing, ...mine } });
    else if (record.state === "waiting") Object.assign(row, { state: "sending", thing: { ...row.thing, ...mine } });
    else if (record.result?.version > row.thing.version) row.thing = record.result;
  },
  "takeaway.move"(rows, record) {
    if (record.state !== "waiting") return;
    const from = find(rows, record.data.takeaway);
    if (from < 0) return;
    const [row] = rows.splice(from, 1);
    rows.splice(record.data.after === null ? 0 : find(rows, record.data.after) + 1, 0, row);
    row.state = "sending";
  },
  "takeaway.remove"(rows, record) {
    const at = find(rows, record.data.takeaway);
    if (at >= 0 && record.state === "waiting") rows.splice(at, 1);
  },
  "takeaway.approve": (rows, record) => become(rows, record, { state: "approved" }),
  "takeaway.reopen": (rows, record) => become(rows, record, { state: "draft" }),
};

function become(rows, record, change) {
  const row = rows[find(rows, record.data.takeaway)];
  if (row && record.state === "waiting") Object.assign(row, { state: "sending", thing: { ...row.thing, ...change } });
}

function find(rows, id) {
  const wanted = id?.answer_of ?? id;
  return rows.findIndex((row) => row.id === wanted || row.key === wanted);
}

// The telling may overtake the answer: then the point is in the list already, and only its words say that it is this one.
function arrived(rows, record, met) {
  if (record.state === "saved") return met.has(record.result?.id);
  if (record.state !== "waiting" || !record.sent) return false;
  const twin = rows.findLast(({ thing, claimed }) => !claimed && thing.id && thing.text === record.data.text && thing.kind === record.data.kind);
  if (twin) Object.assign(twin, { claimed: true, key: record.id });
  return Boolean(twin);
}

function made(record) {
  const { text, kind = "takeaway", tags = [] } = record.data;
  const saved = record.state === "saved";
  const draft = { type: "takeaway", text, kind, tags, state: "draft", version: 0, edited: false, sources: record.data.takeaways ?? [], room: record.data.room };
  return {
    key: record.id,
    id: saved ? record.result.id : { answer_of: record.id, take: "id" },
    thing: saved && record.result?.text !== undefined ? record.result : draft,
    state: saved ? "saved" : record.state === "refused" ? "refused" : "sending",
    trouble: record.state === "refused" ? record : undefined,
    fresh: true,
  };
}

/** The version an edit of this row starts from. */
export function baseOf(row) {
  return row.id?.answer_of ? { answer_of: row.id.answer_of, take: "version" } : row.thing.version;
}
