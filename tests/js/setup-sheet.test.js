import { line, outbox, store } from "/static/js/core/boot.js";
import { sheet } from "/static/js/screens/setup/sheet.js";
import { equal, test, until } from "./harness.js";

let room = 500;

// The sheet of one room as it stands on the server; `server(data)` answers what is asked.
function mounted(server) {
  room += 1;
  const id = room;
  const thing = { type: "room_plan", id, version: 3, title: "old", question: "", number: 1 };
  const put = (more) => store.take({ stream: "meeting:1:setup", epoch: "a", revision: 9, snapshot: [{ ...thing, ...more }] });
  put({});
  const asked = [];
  Object.defineProperty(line, "open", { value: true, configurable: true });
  line.ask = async ({ data }) => { asked.push(structuredClone(data)); return server(data); };
  return { id, asked, put, plan: sheet("room.plan", { room: id }, () => store.get("room_plan", id)) };
}

const saves = ({ room: id, base, ...fields }) => ({ ok: true, result: { type: "room_plan", id, version: base + 1, ...fields } });
const settled = () => until(() => outbox.waiting.length === 0);

test("only what changed is sent, with the version it started from", async () => {
  const { id, plan, asked } = mounted(saves);
  plan.typed("title", "new");
  plan.flush();
  await settled();
  equal(asked, [{ room: id, title: "new", base: 3 }]);
  plan.flush();
  await settled();
  equal(asked.length, 1);
});

test("the next field goes on from the version the last one made, before it was told", async () => {
  const { id, plan, asked } = mounted(saves);
  plan.typed("title", "new");
  plan.flush();
  plan.typed("question", "why");
  plan.flush();
  await settled();
  plan.chosen("number", 2);
  await settled();
  const last = asked.at(-1);
  equal([last, asked.length > 1], [{ room: id, number: 2, base: 2 + asked.length }, true]);
});

test("what is typed while the last letters are under way is saved after them, in order", async () => {
  let free;
  const waits = new Promise((go) => { free = go; });
  const { plan, asked } = mounted(async (data) => { await waits; return saves(data); });
  plan.typed("title", "Wo");
  plan.flush();
  await until(() => asked.length === 1);
  plan.typed("title", "Women");
  plan.flush();
  plan.typed("title", "Women, peace");
  plan.flush();
  free();
  await settled();
  equal(asked.map(({ title, base }) => [title, base]), [["Wo", 3], ["Women, peace", 4]]);
});

test("a name the server writes otherwise takes the place of what was typed", async () => {
  const { plan, put } = mounted((data) => ({ ok: true, result: { ...saves(data).result, title: "United Kingdom" } }));
  plan.typed("title", "UK");
  plan.flush();
  await settled();
  put({ title: "United Kingdom", version: 4 });
  equal(plan.value("title"), "United Kingdom");
});

test("what is refused stays in its field with the reason, and is sent again once it is mended, with its neighbour", async () => {
  const long = { ok: false, code: "invalid", why: "Too long.", fields: { title: "Too long." } };
  const { plan, asked } = mounted((data) => (data.title?.length > 5 ? long : saves(data)));
  plan.typed("title", "far too long");
  plan.typed("question", "why");
  plan.flush();
  await settled();
  equal([plan.value("title"), plan.why("title"), plan.why("question")], ["far too long", "Too long.", undefined]);
  plan.typed("title", "short");
  plan.flush();
  await settled();
  equal(asked.at(-1).title, "short");
  equal(asked.at(-1).question, "why");
  equal(plan.why("title"), undefined);
});

test("somebody else in another field is no conflict; in the same field both stay until one is chosen", async () => {
  const theirs = { type: "room_plan", version: 8, title: "old", question: "theirs", number: 1 };
  const { plan, asked } = mounted((data) => (data.base === 8 ? saves(data) : { ok: false, code: "conflict", why: "newer", fields: {}, theirs: { ...theirs, id: data.room } }));
  plan.typed("title", "mine");
  plan.flush();
  await settled();
  equal(asked.map(({ base }) => base), [3, 8]);
  plan.typed("question", "mine");
  equal(plan.stuck("question"), undefined);
});

test("a conflict in the same field holds until somebody has chosen", async () => {
  const { id, plan } = mounted((data) => ({ ok: false, code: "conflict", why: "newer", fields: {}, theirs: { type: "room_plan", id: data.room, version: 8, title: "theirs" } }));
  plan.typed("title", "mine");
  plan.flush();
  await settled();
  const record = plan.stuck("title");
  equal([record.code, record.data, plan.value("title")], ["conflict", { room: id, title: "mine", base: 3 }, "mine"]);
  outbox.discard(record.id);
  equal(plan.value("title"), "old");
});

test("what is no whole number is said at once and asked of nobody", async () => {
  const { plan, asked } = mounted(saves);
  plan.typed("number", { complaint: "Write a whole number in figures.", typed: "two" });
  plan.flush();
  await settled();
  equal([asked, plan.value("number"), plan.why("number")], [[], "two", "Write a whole number in figures."]);
  plan.typed("number", 2);
  plan.flush();
  await settled();
  equal(asked.map(({ number }) => number), [2]);
});
