import { fit } from "/static/js/elements/stage/fit.js";
import { equal, ok, test } from "./harness.js";

function stage(words) {
  const host = document.createElement("div");
  const body = Object.assign(document.createElement("div"), { className: "stage__body" });
  body.style.cssText = "inline-size: 200px; block-size: 60px; overflow: hidden; font-size: calc(20px * var(--fit, 1)); line-height: 1";
  const text = document.createElement("p");
  text.textContent = words;
  text.style.margin = "0";
  body.append(text);
  host.className = "stage";
  const mark = Object.assign(document.createElement("p"), { className: "stage__pages" });
  host.append(body, mark);
  document.body.append(host);
  let measured = 0;
  Object.defineProperty(body, "scrollHeight", { get: () => { measured += 1; return text.offsetHeight; } });
  return { body, text, measured: () => measured, size: () => Number(body.style.getPropertyValue("--fit")) };
}

test("what fits stands at its whole size, what does not is set smaller", () => {
  const [small, large] = [stage("A word"), stage("Many words ".repeat(12))];
  fit();
  equal(small.size(), 1);
  ok(large.size() < 1, "a smaller size");
});

test("a stage is measured again when its words change, and not when only its figures do", () => {
  const { text, measured, size } = stage("Time left 12:59");
  fit();
  const once = measured();
  text.textContent = "Time left 12:58";
  fit();
  equal(measured(), once);
  text.textContent = "Many words ".repeat(12);
  fit();
  ok(measured() > once && size() < 1, "another measure");
});
