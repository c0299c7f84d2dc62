import { Store } from "/static/js/core/store.js";
import { equal, test } from "./harness.js";

const point = (id, text) => ({ type: "takeaway", id, text });

function storeAt(revision) {
  const store = new Store();
  store.take({ stream: "room:1", epoch: "a", revision, snapshot: [point(1, "one")] });
  return store;
}

test("a snapshot gives the stream's things, its revision and its epoch", () => {
  const store = storeAt(7);
  equal([store.all("takeaway"), store.revision("room:1"), store.epoch("room:1")], [[point(1, "one")], 7, "a"]);
});

test("the next change is applied and watchers hear it", () => {
  const store = storeAt(7);
  const heard = [];
  store.watch(({ event, by }) => heard.push([event, by]));
  equal(store.apply({ stream: "room:1", epoch: "a", revision: 8, event: "takeaway.captured", by: 4, changes: [{ put: point(2, "two") }] }), "applied");
  equal([store.get("takeaway", 2), store.revision("room:1"), heard], [point(2, "two"), 8, [["takeaway.captured", 4]]]);
});

test("a change that was applied before is left out", () => {
  const store = storeAt(7);
  equal(store.apply({ stream: "room:1", epoch: "a", revision: 7, changes: [{ drop: { type: "takeaway", id: 1 } }] }), "old");
  equal(store.get("takeaway", 1), point(1, "one"));
});

test("a change too far ahead, of another epoch, or of an unknown stream is a gap and changes nothing", () => {
  const store = storeAt(7);
  const changes = [{ put: point(2, "two") }];
  equal(store.apply({ stream: "room:1", epoch: "a", revision: 9, changes }), "gap");
  equal(store.apply({ stream: "room:1", epoch: "b", revision: 8, changes }), "gap");
  equal(store.apply({ stream: "room:2", epoch: "a", revision: 1, changes }), "gap");
  equal([store.all("takeaway"), store.revision("room:1")], [[point(1, "one")], 7]);
});

test("the changes since a revision bring the copy to the head", () => {
  const store = storeAt(7);
  store.take({
    stream: "room:1", epoch: "a", revision: 9,
    changes: [{ revision: 8, event: "e", changes: [{ put: point(2, "two") }] }, { revision: 9, event: "e", changes: [{ drop: { type: "takeaway", id: 1 } }] }],
  });
  equal([store.all("takeaway"), store.revision("room:1")], [[point(2, "two")], 9]);
});

test("a new snapshot replaces what was there", () => {
  const store = storeAt(7);
  store.take({ stream: "room:1", epoch: "b", revision: 2, snapshot: [point(5, "five")] });
  equal([store.all("takeaway"), store.revision("room:1"), store.epoch("room:1")], [[point(5, "five")], 2, "b"]);
});

test("a forgotten stream takes its things along and leaves those of others", () => {
  const store = storeAt(7);
  store.take({ stream: "meeting:1", epoch: "a", revision: 1, snapshot: [{ type: "meeting", id: 1 }] });
  store.forget("room:1");
  equal([store.all("takeaway"), store.get("meeting", 1), store.revision("room:1")], [[], { type: "meeting", id: 1 }, undefined]);
});
