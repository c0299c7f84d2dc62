import { line, outbox, start, store } from "/static/js/core/boot.js";
import { SharedText } from "/static/js/elements/shared-text.js";
import { equal, test, until } from "./harness.js";

let part = 100;

// One shared text on a page; `server(data)` answers what is asked.
function mounted(server) {
  part += 1;
  const thing = { type: "part_text", id: part, narrative: "old", version: 3 };
  store.take({ stream: "meeting:1:staff", epoch: "a", revision: 1, snapshot: [thing] });
  const asked = [];
  Object.defineProperty(line, "open", { value: true, configurable: true });
  line.ask = async ({ data }) => { asked.push(structuredClone(data)); return server(data); };
  const text = new SharedText({ name: "part.narrate", target: { part }, fields: ["narrative"], thing: () => store.get("part_text", part) });
  const host = document.createElement("div");
  document.body.append(host);
  start(() => text.view("narrative", { label: "What was said" }), host);
  line.stop();
  const area = host.querySelector("textarea");
  const type = (words) => { area.value = words; area.dispatchEvent(new Event("input", { bubbles: true })); };
  return { host, area, type, asked, text, put: (more) => store.take({ stream: "meeting:1:staff", epoch: "a", revision: 9, snapshot: [{ ...thing, ...more }] }) };
}

const saves = ({ narrative, base }) => ({ ok: true, result: { type: "part_text", narrative, version: base + 1 } });

test("a text is saved by itself with the version it started from", async () => {
  const { type, text, asked, area } = mounted(saves);
  equal(area.value, "old");
  type("new words");
  text.flush();
  await until(() => asked.length === 1);
  equal(asked[0], { part, narrative: "new words", base: 3 });
});

test("going on after a save starts from the saved version, even before it was told", async () => {
  const { type, text, asked } = mounted(saves);
  type("one");
  text.flush();
  await until(() => asked.length === 1 && outbox.waiting.length === 0);
  type("one two");
  text.flush();
  await until(() => asked.length === 2);
  equal(asked[1], { part, narrative: "one two", base: 4 });
});

test("somebody else's version is shown while I write nothing, and never overwrites what I write", async () => {
  const { type, area, put } = mounted(saves);
  put({ narrative: "theirs", version: 4 });
  await until(() => area.value === "theirs");
  type("mine");
  put({ narrative: "theirs again", version: 5 });
  await new Promise((go) => setTimeout(go, 50));
  equal(area.value, "mine");
});

test("a conflict shows both texts; keeping mine asks again on top of theirs", async () => {
  const theirs = { narrative: "theirs", version: 8 };
  const { host, type, text, asked, area } = mounted((data) => (data.base === 8 ? saves(data) : { ok: false, code: "conflict", why: "newer", fields: {}, theirs }));
  type("mine");
  text.flush();
  await until(() => host.querySelector(".refused"));
  equal([...host.querySelectorAll(".refused__text")].map((p) => p.textContent), ["theirs", "mine"]);
  host.querySelectorAll(".refused button")[1].click();
  await until(() => asked.length === 2 && !host.querySelector(".refused"));
  equal([asked[1], area.value], [{ part, narrative: "mine", base: 8 }, "mine"]);
});

test("using theirs gives up mine and shows theirs", async () => {
  const theirs = { narrative: "theirs", version: 8 };
  const { host, type, text, area, put } = mounted(() => ({ ok: false, code: "conflict", why: "newer", fields: {}, theirs }));
  type("mine");
  text.flush();
  await until(() => host.querySelector(".refused"));
  put(theirs);
  host.querySelector(".refused button").click();
  await until(() => area.value === "theirs");
});

test("editing together puts mine into the field and theirs beside it", async () => {
  const theirs = { narrative: "theirs", version: 8 };
  const { host, type, text, asked, area } = mounted((data) => (data.base === 8 ? saves(data) : { ok: false, code: "conflict", why: "newer", fields: {}, theirs }));
  type("mine");
  text.flush();
  await until(() => host.querySelector(".refused"));
  host.querySelectorAll(".refused button")[2].click();
  await until(() => !host.querySelector(".refused"));
  equal([area.value, host.querySelector("bdi").textContent], ["mine", "theirs"]);
  type("mine and theirs");
  text.flush();
  await until(() => asked.length === 2);
  equal(asked[1], { part, narrative: "mine and theirs", base: 8 });
});

test("a text that was refused can be written anew, and is then saved by itself", async () => {
  const { host, type, text, asked } = mounted((data) => (data.narrative.length > 9 ? { ok: false, code: "invalid", why: "Too long.", fields: {} } : saves(data)));
  type("much too long");
  text.flush();
  await until(() => host.querySelector(".refused"));
  equal(host.querySelector(".field__hint").textContent.includes("Not saved"), true);
  type("short");
  text.flush();
  await until(() => asked.length === 2 && !host.querySelector(".refused"));
  equal(asked[1], { part, narrative: "short", base: 3 });
});
