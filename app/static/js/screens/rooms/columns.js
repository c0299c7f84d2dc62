/** The columns: each room with its places and its people; long lists show their beginning first, so that thousands stay quick. */
import { html, nothing, repeat } from "../../../vendor/lit-html.js";
import { ask, refresh } from "../../core/boot.js";
import { number, parts, t, tn } from "../../core/words.js";
import { delegationName } from "../../elements/delegation-names.js";
import { notice } from "../../elements/shell.js";
import { undo } from "../board/state.js";
import { openMove } from "./moving.js";
import { accepted, chosen, choose, roomsOf, seatedIn, wanted } from "./state.js";

const SHOWN_AT_ONCE = 40;
const shownIn = new Map();
let lastPressed;

export function columns(round) {
  const seats = seatedIn(round);
  return html`<div class="seats" role="group" aria-label=${t("Rooms and who is in them")}>${[null, ...roomsOf(round)].map((room) => column(round, room, seats.get(room?.id ?? null)))}</div>`;
}

function column(round, room, seated) {
  const id = room?.id ?? null;
  const found = seated.filter((person) => wanted(person, id));
  const most = shownIn.get(id) ?? SHOWN_AT_ONCE;
  const all = found.length > 0 && found.every((person) => chosen.has(person.id));
  return html`<section class="seats__room ${room ? "" : "seats__room--none"}" data-room=${room ? room.id : "none"} aria-labelledby=${`room-${id}`}>
    ${room ? roomHead(room, seated) : html`<header class="seats__about"><h2 id="room-null">${t("Without a room")}</h2><p class="small quiet">${tn("{n} person", "{n} people", seated.length)}</p></header>`}
    ${found.length ? html`<label class="check seats__all"><input type="checkbox" .checked=${all} @change=${() => choose(found.map((person) => person.id), false, !all)}>
      <span>${found.length === seated.length ? t("Choose all") : tn("Choose the {n} that is shown", "Choose the {n} that are shown", found.length)}</span></label>` : nothing}
    <ul class="seats__list" @keydown=${keys}>${repeat(found.slice(0, most), (person) => person.id, (person) => seat(person, id, found))}</ul>
    ${found.length > most ? html`<button class="button button--quiet" type="button" @click=${() => { shownIn.set(id, most + SHOWN_AT_ONCE * 4); refresh(); }}>${tn("Show {n} more", "Show {n} more", found.length - most)}</button>` : nothing}
    ${seated.length ? nothing : html`<p class="seats__empty quiet small">${room ? t("Nobody yet.") : t("Everybody has a room.")}</p>`}</section>`;
}

function roomHead(room, seated) {
  const delegations = new Set(seated.map((person) => person.delegation).filter(Boolean)).size;
  const here = seated.filter((person) => person.present).length;
  const over = room.capacity ? seated.length - room.capacity : 0;
  const team = [...room.moderators, ...room.rapporteurs];
  return html`<header class="seats__about"><h2 id=${`room-${room.id}`}><span class="seats__number">${number(room.number)}</span> <bdi>${room.title}</bdi></h2>
    <p class="seats__figures"><strong>${room.capacity ? t("{n} of {places}", { n: number(seated.length), places: number(room.capacity) }) : tn("{n} person", "{n} people", seated.length)}</strong>
      <span>${tn("{n} delegation", "{n} delegations", delegations)}</span><span>${t("{n} here", { n: number(here) })}</span>
      ${over > 0 ? html`<span class="badge badge--bad">${tn("{n} over", "{n} over", over)}</span>` : nothing}</p>
    ${room.capacity ? html`<progress class="progress" max=${room.capacity} .value=${Math.min(seated.length, room.capacity)} aria-label=${t("Places taken in room {number}", { number: number(room.number) })}></progress>` : nothing}
    ${team.length ? html`<p class="small quiet">${parts(t("Team: {names}"), { names: html`<bdi>${team.join(", ")}</bdi>` })}</p>` : nothing}
    <div class="field field--inline seats__places"><label class="small" for=${`places-${room.id}`}>${t("Places (0: no limit)")}</label>
      <input class="input input--short" id=${`places-${room.id}`} type="number" min="0" max="20000" inputmode="numeric" .value=${String(room.capacity)} @change=${({ target }) => setPlaces(room, target)}></div></header>`;
}

// Hundreds of rows stand here: their signs are drawn by the style, since each picture of the sprite is a tree of its own.
function seat(person, room, found) {
  const pinned = person.pinned.includes(room);
  const on = chosen.has(person.id);
  return html`<li class="seat" data-person=${person.id} ?data-on=${on}>
    <span class="seat__grip" aria-hidden="true"></span>
    <label class="seat__who"><input type="checkbox" .checked=${on} @click=${(event) => press(event, person, found)}>
      <span><bdi class="seat__name">${person.name}</bdi><span class="seat__about"><bdi>${delegationName(person.delegation)}</bdi>
        ${person.present ? html`<span class="seat__here">${t("here")}</span>` : nothing}
        ${pinned ? html`<span class="seat__mark seat__mark--pin">${t("pinned")}</span>` : person.chosen.includes(room) ? html`<span class="seat__mark">${t("chose")}</span>` : nothing}</span></span></label>
    <button class="seat__move" type="button" aria-label=${t("Move {name} to…", { name: person.name })} @click=${() => openMove([person.id])}></button></li>`;
}

// With Shift, everybody between the last one pressed and this one.
function press({ shiftKey, target }, person, found) {
  const [from, to] = [lastPressed, person.id].map((id) => found.findIndex((one) => one.id === id));
  lastPressed = person.id;
  const these = shiftKey && from >= 0 ? found.slice(Math.min(from, to), Math.max(from, to) + 1) : [person];
  choose(these.map(({ id }) => id), false, target.checked);
}

// Arrows walk through a list, and from room to room; Enter opens the choice of a room for those who are chosen.
function keys(event) {
  const box = event.target.closest("input[type=checkbox]");
  if (!box) return;
  const row = box.closest(".seat");
  const side = document.dir === "rtl" ? -1 : 1;
  const to = { ArrowDown: () => row.nextElementSibling, ArrowUp: () => row.previousElementSibling, ArrowRight: () => beside(row, side), ArrowLeft: () => beside(row, -side) }[event.key];
  if (to) to()?.querySelector("input")?.focus();
  else if (event.key === "Enter") openMove(chosen.size ? [...chosen] : [Number(row.dataset.person)]);
  else return;
  event.preventDefault();
}

function beside(row, step) {
  const lists = [...document.querySelectorAll(".seats__list")].filter((list) => list.children.length);
  const list = lists[lists.indexOf(row.parentElement) + step];
  return list?.children[Math.min([...row.parentElement.children].indexOf(row), list.children.length - 1)];
}

async function setPlaces(room, field) {
  const before = room.capacity;
  const set = async (capacity) => accepted(await ask("room.edit", { room: room.id, capacity }, { keep: false }).answered);
  if (!(await set(Math.max(0, Math.trunc(Number(field.value) || 0))))) { field.value = String(before); return; }
  notice(t("The places of “{room}” are set.", { room: room.title }), undo(() => set(before)));
}
