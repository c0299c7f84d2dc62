import { line, start } from "/static/js/core/boot.js";
import { Composer } from "/static/js/elements/composer.js";
import { equal, ok, test, until } from "./harness.js";

function mounted({ field = "capture:1" } = {}) {
  const added = [];
  let ups = 0;
  const composer = new Composer({ field, add: (point) => added.push(point), up: () => { ups += 1; } });
  const host = document.createElement("div");
  document.body.append(host);
  start(() => composer.view(), host);
  line.stop();
  const area = host.querySelector("textarea");
  const press = (key, more = {}) => {
    const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
    area.dispatchEvent(event);
    return event;
  };
  const type = (text) => { area.value += text; area.setSelectionRange(area.value.length, area.value.length); area.dispatchEvent(new Event("input", { bubbles: true })); };
  return { host, area, press, type, added, ups: () => ups };
}

function paste(area, text) {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  area.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}

test("Enter adds the point and the field is empty before the next key", () => {
  const { area, press, type, added } = mounted();
  type("#challenge Too few boats");
  ok(press("Enter").defaultPrevented);
  equal([added, area.value], [[{ text: "Too few boats", kind: "challenge", tags: [] }], ""]);
});

test("Shift+Enter, Enter in an empty field and Enter while composing add nothing", () => {
  const { press, type, added } = mounted();
  press("Enter");
  type("half a wo");
  equal([press("Enter", { shiftKey: true }).defaultPrevented, press("Enter", { isComposing: true }).defaultPrevented], [false, false]);
  equal(added, []);
});

test("Tab is left alone while no list is open", () => {
  const { press, type } = mounted();
  type("word");
  equal(press("Tab").defaultPrevented, false);
});

test("the arrow up goes to the last point only from an empty field", () => {
  const { press, type, ups } = mounted();
  press("ArrowUp");
  type("word");
  press("ArrowUp");
  equal(ups(), 1);
});

test("what was typed and not added is there after a reload", () => {
  mounted({ field: "capture:9" }).type("unfinished");
  document.body.replaceChildren();
  equal(mounted({ field: "capture:9" }).area.value, "unfinished");
});

test("many pasted lines are asked about and become many points", async () => {
  const { host, area, added } = mounted();
  paste(area, "- one\n- two\n\n3. three");
  await until(() => document.activeElement?.textContent === "Add 3 points", "the question");
  equal(added, []);
  document.activeElement.click();
  equal(added.map(({ text }) => text), ["one", "two", "three"]);
  await until(() => !host.querySelector("[role=group]"));
});

test("many pasted lines may stay one text", async () => {
  const { host, area, added } = mounted();
  paste(area, "one\ntwo");
  await until(() => host.querySelector("[role=group]"));
  host.querySelector("[role=group] button:last-child").click();
  await until(() => area.value === "one\ntwo");
  equal(added, []);
});

test("pasted lines that are still asked about are there after a reload, as one text", async () => {
  const { host, area, type } = mounted({ field: "capture:8" });
  type("before");
  paste(area, "one\ntwo");
  await until(() => host.querySelector("[role=group]"));
  document.body.replaceChildren();
  equal(mounted({ field: "capture:8" }).area.value, "before\none\ntwo");
});

test("pasted lines that became points leave only what stood in the field", async () => {
  const { host, area, type } = mounted({ field: "capture:7" });
  type("before");
  paste(area, "one\ntwo");
  await until(() => host.querySelector("[role=group]"));
  host.querySelector("[role=group] button").click();
  document.body.replaceChildren();
  equal(mounted({ field: "capture:7" }).area.value, "before");
});

test("too long a point stays in the field with the reason", async () => {
  const { host, area, press, type, added } = mounted();
  type("x".repeat(2001));
  press("Enter");
  await until(() => host.querySelector("[role=alert]"));
  equal([added, area.value.length], [[], 2001]);
  ok(host.querySelector("[role=alert]").textContent.includes("2001"));
});
