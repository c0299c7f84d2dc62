import { automatic } from "/static/js/elements/stage/automatic.js";
import { equal, test } from "./harness.js";

const BREAKOUTS = { id: 2, kind: "breakouts", state: "running" };
const show = (things) => automatic({ meeting: { state: "live" }, sessions: [{ state: "open" }], parts: [], rounds: [], rooms: [], points: [], ...things });

test("before the first session the way in is shown, and again between sessions", () => {
  equal(show({ meeting: { state: "planned" }, sessions: [{ state: "planned" }] }), "join");
  equal(show({ sessions: [{ state: "closed" }, { state: "planned" }] }), "join");
  equal(show({}), "now");
});

test("a running part is shown, its rooms while they are open or to be chosen", () => {
  equal(show({ parts: [{ id: 1, kind: "panel", state: "running" }] }), "now");
  equal(show({ parts: [BREAKOUTS], rounds: [{ part: 2, state: "planned", policy: "assigned" }] }), "now");
  equal(show({ parts: [BREAKOUTS], rounds: [{ part: 2, state: "planned", policy: "choice" }] }), "rooms");
  equal(show({ parts: [BREAKOUTS], rounds: [{ part: 2, state: "open", policy: "assigned" }] }), "rooms");
  equal(show({ parts: [BREAKOUTS], rounds: [{ part: 9, state: "open", policy: "assigned" }] }), "now");
  equal(show({ parts: [BREAKOUTS], rounds: [{ part: 2, state: "closed", policy: "choice" }] }), "now");
});

test("a report-back wins: its points where there are some, else whose turn it is", () => {
  const rooms = [{ id: 7, report: "speaking", state: "closed" }, { id: 8, report: "waiting", state: "closed" }];
  const parts = [{ id: 3, kind: "plenary", state: "running" }];
  equal(show({ parts, rooms, points: [{ room: 7 }] }), "takeaways");
  equal(show({ parts, rooms, points: [{ room: 8 }] }), "report-back");
});

test("between two report-backs the hall sees who is next, and after the last what is on", () => {
  const parts = [{ id: 3, kind: "plenary", state: "running" }];
  const done = { report: "done", state: "closed" };
  equal(show({ parts, rooms: [done, { report: "waiting", state: "closed" }] }), "report-back");
  equal(show({ parts, rooms: [done, done] }), "now");
  equal(show({ parts, rooms: [{ report: "waiting", state: "closed" }] }), "now");
});

test("a closed meeting says thank you, whatever was left on", () => {
  equal(show({ meeting: { state: "closed" }, rooms: [{ id: 7, report: "speaking" }], points: [{ room: 7 }] }), "now");
});
