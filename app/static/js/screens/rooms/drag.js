/**
 * Moving people by dragging, with mouse, pen or finger; the menu beside each name does the same without.
 * A mouse may take a row anywhere, a finger at its grip: elsewhere it scrolls.
 */
import { say } from "../../core/announce.js";
import { t, tn } from "../../core/words.js";
import { goalOf, move } from "./moving.js";
import { chosen } from "./state.js";

const FAR_ENOUGH = 6;
const EDGE = 48;
let held = null;

export function listenForDrags(host) {
  host.addEventListener("pointerdown", take);
  addEventListener("pointermove", carry);
  addEventListener("pointerup", drop);
  addEventListener("pointercancel", letGo);
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !held?.ghost) return;
    event.preventDefault();
    letGo();
    say(t("Nobody was moved."));
  });
}

function take(event) {
  const row = event.target.closest?.(".seat");
  if (!row || event.button || event.target.closest("button")) return;
  if (event.pointerType !== "mouse" && !event.target.closest(".seat__grip")) return;
  const id = Number(row.dataset.person);
  held = { ids: chosen.has(id) ? [...chosen] : [id], x: event.clientX, y: event.clientY, name: row.querySelector(".seat__name").textContent };
}

function carry(event) {
  if (!held) return;
  if (!held.ghost && Math.hypot(event.clientX - held.x, event.clientY - held.y) < FAR_ENOUGH) return;
  event.preventDefault();
  held.ghost ??= lift();
  held.ghost.style.translate = `${event.clientX + 12}px ${event.clientY + 12}px`;
  aim(columnAt(event));
  scroll(event);
}

function lift() {
  const ghost = document.createElement("div");
  ghost.className = "seats__ghost";
  ghost.textContent = held.ids.length === 1 ? held.name : tn("{n} person", "{n} people", held.ids.length);
  document.body.append(ghost);
  document.body.classList.add("is-dragging");
  getSelection()?.removeAllRanges();
  return ghost;
}

function drop(event) {
  const { ghost, ids } = held ?? {};
  const column = ghost && columnAt(event);
  if (ghost) addEventListener("click", swallow, { capture: true, once: true });
  // Where no click follows a drop, the next one is meant.
  setTimeout(() => removeEventListener("click", swallow, { capture: true }), 50);
  letGo();
  if (!column) return;
  const { round, room } = goalOf(column);
  move(round, ids, room);
}

function letGo() {
  held?.ghost?.remove();
  held = null;
  document.body.classList.remove("is-dragging");
  aim(null);
}

function swallow(event) {
  event.preventDefault();
  event.stopPropagation();
}

function columnAt({ clientX, clientY }) {
  return document.elementFromPoint(clientX, clientY)?.closest(".seats__room") ?? null;
}

function aim(column) {
  for (const other of document.querySelectorAll(".seats__room[data-aim]")) if (other !== column) delete other.dataset.aim;
  if (column) column.dataset.aim = "";
}

// Rooms beyond the edge come into view while somebody is held there.
function scroll({ clientX, clientY }) {
  const seats = document.querySelector(".seats");
  const { left, right } = seats.getBoundingClientRect();
  if (clientX > right - EDGE) seats.scrollLeft += 16;
  else if (clientX < left + EDGE) seats.scrollLeft -= 16;
  if (clientY > innerHeight - EDGE) scrollBy(0, 12);
  else if (clientY < EDGE) scrollBy(0, -12);
}
