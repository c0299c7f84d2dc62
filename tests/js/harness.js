// A test is a sentence and a function: it passes when the function, or the promise that it gives, ends without an error.
//
//   import { equal, test } from "./harness.js";
//   test("a store gives back what was put", () => equal(store.get("a"), 1));

const LIMIT = 5000; // milliseconds
const tests = [];

export function test(name, body) {
  tests.push({ name, body });
}

export function ok(value, what = "it") {
  if (!value) throw new Error(`expected ${what} to hold, and it is ${shown(value)}`);
}

export function equal(actual, expected) {
  if (!same(actual, expected)) throw new Error(`expected ${shown(expected)}\n     got ${shown(actual)}`);
}

export async function fails(body, words = "") {
  try {
    await body();
  } catch (error) {
    if (String(error).includes(words)) return error;
    throw new Error(`expected a failure with "${words}"\n     got ${error}`, { cause: error });
  }
  throw new Error("expected a failure, and there was none");
}

// Waits until `holds()` is true, for what happens a little later.
export async function until(holds, what = "it", milliseconds = 2000) {
  const end = performance.now() + milliseconds;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`${what} did not come true within ${milliseconds} ms`);
    await new Promise((go) => setTimeout(go, 5));
  }
}

globalThis.harness = {
  async run() {
    const results = [];
    for (const one of tests) results.push({ name: one.name, error: await outcome(one.body) });
    return results;
  },
};

async function outcome(body) {
  document.body.replaceChildren();
  localStorage.clear();
  sessionStorage.clear();
  let bell;
  const late = new Promise((_, refuse) => {
    bell = setTimeout(() => refuse(new Error(`not over after ${LIMIT} ms`)), LIMIT);
  });
  try {
    await Promise.race([body(), late]);
    return "";
  } catch (error) {
    return error?.stack ?? String(error);
  } finally {
    clearTimeout(bell);
  }
}

function same(a, b) {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || !a || !b) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (a instanceof Node) return a.isEqualNode(b);
  if (a instanceof Date) return a.getTime() === b.getTime();
  if (a instanceof Map || a instanceof Set) return same([...a], [...b]);
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]));
}

function shown(value) {
  if (value instanceof Node) return value.outerHTML ?? value.textContent;
  if (value instanceof Map || value instanceof Set) return `${value.constructor.name} ${shown([...value])}`;
  return JSON.stringify(value) ?? String(value);
}
