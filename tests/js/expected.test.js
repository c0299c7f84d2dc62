import { expected } from "/static/js/elements/expected.js";
import { equal, test } from "./harness.js";

const take = (id, text, more = {}) => ({ type: "takeaway", id, room: 1, text, kind: "takeaway", tags: [], position: `a${id}`, state: "draft", version: 1, sources: [], ...more });
const record = (id, name, data, more = {}) => ({ id, name: `takeaway.${name}`, data, at: 1, state: "waiting", ...more });
const show = (takeaways, records, keys = new Map()) => expected({ room: 1, takeaways, records, keys }).map(({ key, thing, state }) => [key, thing.text, state]);

const two = [take(2, "two"), take(1, "one")];

test("the server's points stand in their order, of this room only", () => {
  equal(show([...two, take(3, "elsewhere", { room: 9 })], []), [[1, "one", "saved"], [2, "two", "saved"]]);
});

test("what was typed stands at the end at once, as sending", () => {
  equal(show(two, [record("x", "capture", { room: 1, text: "three", kind: "takeaway" })]), [[1, "one", "saved"], [2, "two", "saved"], ["x", "three", "sending"]]);
});

test("answered and told, it is one row under its first key", () => {
  const answered = record("x", "capture", { room: 1, text: "three" }, { state: "saved", result: take(3, "three") });
  const keys = new Map();
  equal(show(two, [answered], keys).at(-1), ["x", "three", "saved"]);
  equal(show([...two, take(3, "three")], [answered], keys), [[1, "one", "saved"], [2, "two", "saved"], ["x", "three", "saved"]]);
  equal(show([...two, take(3, "three")], [], keys).length, 3);
});

test("told before it is answered, it is still one row", () => {
  const sent = record("x", "capture", { room: 1, text: "three", kind: "takeaway" }, { sent: true });
  equal(show([...two, take(3, "three")], [sent]), [[1, "one", "saved"], [2, "two", "saved"], ["x", "three", "saved"]]);
});

test("the same words typed twice are two points", () => {
  const again = (id) => record(id, "capture", { room: 1, text: "same", kind: "takeaway" }, { sent: true });
  equal(show([take(1, "same")], [again("x"), again("y")]).length, 2);
});

test("a refused point stays, with its record", () => {
  const refused = record("x", "capture", { room: 1, text: "late" }, { state: "refused", why: "closed" });
  equal(show(two, [refused]).at(-1), ["x", "late", "refused"]);
});

test("an edit, a move, an approval and a removal are seen before they are answered", () => {
  const records = [
    record("e", "edit", { takeaway: 1, base: 1, text: "ONE" }), record("m", "move", { takeaway: 1, after: 2 }),
    record("a", "approve", { takeaway: 2 }), record("r", "remove", { takeaway: 3 }),
  ];
  equal(show([...two, take(3, "three")], records), [[2, "two", "sending"], [1, "ONE", "sending"]]);
});

test("a point not answered yet can be edited and moved by its ask", () => {
  const records = [
    record("x", "capture", { room: 1, text: "three" }), record("e", "edit", { takeaway: { answer_of: "x", take: "id" }, text: "THREE" }),
    record("m", "move", { takeaway: { answer_of: "x", take: "id" }, after: null }),
  ];
  equal(show(two, records).map(([, text]) => text), ["THREE", "one", "two"]);
});

test("an answered edit does not fall back to the old words while its telling is on the way", () => {
  const answered = record("e", "edit", { takeaway: 1, text: "ONE" }, { state: "saved", result: take(1, "ONE", { version: 2 }) });
  equal(show(two, [answered])[0], [1, "ONE", "saved"]);
  equal(show([take(1, "newest", { version: 3 })], [answered])[0], [1, "newest", "saved"]);
});

test("merged points stand as one in the first one's place", () => {
  const merge = record("x", "merge", { room: 1, takeaways: [3, 1], text: "one and three", kind: "takeaway" });
  equal(show([...two, take(3, "three")], [merge]), [["x", "one and three", "sending"], [2, "two", "saved"]]);
});

test("a point that was told, and merged or removed a moment later, does not come back", () => {
  const answered = record("x", "capture", { room: 1, text: "three" }, { state: "saved", result: take(3, "three") });
  const met = new Set([3]);
  equal(expected({ room: 1, takeaways: two, records: [answered], keys: new Map(), met }).map(({ id }) => id), [1, 2]);
});
