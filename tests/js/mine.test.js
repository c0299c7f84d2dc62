import { isMine } from "/static/js/elements/mine.js";
import { equal, test } from "./harness.js";

const told = (id, text) => [{ put: { type: "takeaway", id, text } }];

test("a change of a point that this person has just changed is theirs", () => {
  const move = { name: "takeaway.move", data: { takeaway: 7, after: null }, state: "waiting" };
  equal([isMine(told(7, "a"), [move]), isMine(told(8, "a"), [move]), isMine(told(7, "a"), [])], [true, false, false]);
});

test("a new point is theirs by its words until the answer says its number", () => {
  const asked = { name: "takeaway.capture", data: { room: 1, text: "a" }, state: "waiting" };
  const answered = { ...asked, state: "saved", result: { id: 7 } };
  equal([isMine(told(7, "a"), [asked]), isMine(told(7, "a"), [answered])], [true, true]);
  equal([isMine(told(8, "b"), [asked]), isMine(told(8, "a"), [answered])], [false, false]);
});

test("merged points and what an undo brought back are theirs, and text of another sort is not looked at", () => {
  const merge = { name: "takeaway.merge", data: { room: 1, takeaways: [7, 8], text: "both" }, state: "waiting" };
  const undo = { name: "takeaway.undo", data: { room: 1 }, state: "saved", result: { id: 9 } };
  equal([isMine([{ drop: { type: "takeaway", id: 8 } }], [merge]), isMine(told(9, "c"), [undo]), isMine(told(10, "c"), [undo])], [true, true, false]);
  equal(isMine(told(7, "a"), [{ name: "note.write", data: { text: "a" }, state: "waiting" }]), false);
});
