/** Nobody can scroll in a hall: what does not fit is set smaller, and what would then be too small to be read is turned over like pages. */
import { clock } from "../../core/boot.js";
import { number } from "../../core/words.js";

const SMALLEST_TO_READ = 0.6;
const SMALLEST = 0.25;
const STAYS = 12000;

// What each stage was fitted to: measuring lays the page out again and again, and most changes of a meeting change nothing here.
const fitted = new WeakMap();

/** Fit every stage within `host` to its place. */
export function fit(host = document) {
  for (const stage of host.querySelectorAll(".stage")) fitAnew(stage.querySelector(".stage__body"), stage.querySelector(".stage__pages"));
}

function fitAnew(body, mark) {
  const what = `${body.className} ${body.clientWidth} ${body.clientHeight} ${body.textContent.replace(/\d/g, "0")}`;
  const turn = Math.floor(clock.now() / STAYS);
  const before = fitted.get(body);
  if (before?.what === what && (!mark.textContent || before.turn === turn)) return;
  fitOne(body, mark, turn);
  fitted.set(body, { what, turn });
}

function fitOne(body, mark, turn) {
  const items = [...(body.querySelector("[data-pages]")?.children ?? [])];
  const show = (shown) => { for (const item of items) item.hidden = !shown.includes(item); };
  const overflows = () => body.scrollHeight > body.clientHeight + 1 || body.scrollWidth > body.clientWidth + 1;
  const shrink = (to) => {
    for (let size = 1; size >= to; size -= 0.05) {
      body.style.setProperty("--fit", size.toFixed(2));
      if (!overflows()) return true;
    }
    return false;
  };
  show(items);
  mark.textContent = "";
  if (shrink(items.length > 1 ? SMALLEST_TO_READ : SMALLEST) || items.length < 2) return;
  const needed = dealt(items, items.length, show, overflows);
  // Four points are better read two and two than three and one.
  const even = dealt(items, Math.ceil(items.length / needed.length), show, overflows);
  const pages = even.length === needed.length ? even : needed;
  // By the clock, so that two screens in a hall turn over together.
  const at = turn % pages.length;
  show(pages[at]);
  shrink(SMALLEST);
  mark.textContent = `${number(at + 1)} / ${number(pages.length)}`;
}

function dealt(items, most, show, overflows) {
  const pages = [[]];
  for (const item of items) {
    const page = pages.at(-1);
    show([...page, item]);
    if (page.length && (page.length === most || overflows())) pages.push([item]);
    else page.push(item);
  }
  return pages;
}
