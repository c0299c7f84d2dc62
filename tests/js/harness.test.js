import { equal, fails, ok, test, until } from "./harness.js";

test("things that look the same are equal", () => {
  equal({ a: [1, { b: null }], c: new Map([["d", new Set([2])]]) }, { a: [1, { b: null }], c: new Map([["d", new Set([2])]]) });
});

test("a difference says what was expected and what came", async () => {
  const error = await fails(() => equal({ a: [1, 2] }, { a: [1, 3] }), "expected");
  equal(error.message, 'expected {"a":[1,3]}\n     got {"a":[1,2]}');
});

test("a missing key, another order and another kind are differences", async () => {
  await fails(() => equal({ a: undefined }, { b: undefined }));
  await fails(() => equal([1, 2], [2, 1]));
  await fails(() => equal([], {}));
});

test("a body that was expected to fail and did not is a failure", async () => {
  await fails(() => fails(() => 1), "there was none");
});

test("what comes true a little later is waited for, and what does not is a failure", async () => {
  let open = false;
  setTimeout(() => (open = true), 20);
  await until(() => open);
  await fails(() => until(() => false, "the flood", 20), "the flood did not come true");
});

test("each test begins with an empty page and an empty store, first part", () => {
  document.body.append("left behind");
  localStorage.setItem("left", "behind");
  ok(localStorage.length === 1);
});

test("each test begins with an empty page and an empty store, second part", () => {
  equal([document.body.textContent, localStorage.length], ["", 0]);
});
