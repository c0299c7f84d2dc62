/** People: find somebody, put them into a room, let them in from the lobby, give them a role. */
import { html, nothing, repeat } from "../../../vendor/lit-html.js";
import { boot, refresh } from "../../core/boot.js";
import { number, t, tn } from "../../core/words.js";
import { delegationName } from "../../elements/delegation-names.js";
import { modal } from "../../elements/modal.js";
import { icon } from "../../elements/icon.js";
import { notice } from "../../elements/shell.js";
import { madeLink, newLinkItem } from "./links.js";
import { act, close, people, presentRound, roomsOf, show, view, undo } from "./state.js";

const SHOWN_AT_ONCE = 40;
const search = { words: "", where: "" };

/** Who came after the rooms had opened is told to wait for one, so the board must say that somebody waits. */
export function unplacedNotice() {
  const waiting = presentRound()?.state === "open" ? people().filter((person) => person.present && awaitsRoom(person)) : [];
  if (!waiting.length) return nothing;
  return html`<div class="banner banner--care"><p class="banner__words">${tn("{n} person is here and has no room.", "{n} people are here and have no room.", waiting.length)}</p>
    <div class="banner__acts"><button class="button" type="button" @click=${() => { search.where = "none"; show("people"); }}>${t("See who")}</button></div></div>`;
}

export function peopleButton() {
  return html`<button class="button" type="button" @click=${() => { search.where = ""; show("people"); }}>${icon("users")}${t("People")}</button>`;
}

export function peopleDialog() {
  if (view.dialog !== "people") return nothing;
  const rooms = roomsOf(presentRound());
  const found = people().filter(wanted).sort((a, b) => a.delegation.localeCompare(b.delegation, boot.lang) || a.name.localeCompare(b.name, boot.lang, { numeric: true }));
  return modal({ title: t("People"), close, side: true, name: "people", body: html`${madeLink()}
    <div class="people__search"><div class="field"><label class="field__label" for="find">${t("Find by name or delegation")}</label>
        <input class="input" id="find" type="search" dir="auto" autocomplete="off" .value=${search.words} @input=${({ target }) => { search.words = target.value; refresh(); }}></div>
      <div class="field"><label class="field__label" for="where">${t("Where")}</label>
        <select class="input" id="where" @change=${({ target }) => { search.where = target.value; refresh(); }}>
          ${[["", t("Everywhere")], ["lobby", t("In the lobby")], ["none", t("In no room")], ...rooms.map((room) => [String(room.id), nameOf(room)])].map(([value, words]) => html`<option value=${value} ?selected=${search.where === value}>${words}</option>`)}
        </select></div></div>
    <p class="small quiet" role="status">${tn("{n} person", "{n} people", found.length)}${found.length > SHOWN_AT_ONCE ? t(", the first {n} are shown", { n: number(SHOWN_AT_ONCE) }) : ""}</p>
    ${found.length ? html`<ul class="people">${repeat(found.slice(0, SHOWN_AT_ONCE), (person) => person.id, (person) => onePerson(person, rooms))}</ul>` : html`<p class="empty">${t("Nobody matches.")}</p>`}` });
}

function onePerson(person, rooms) {
  return html`<li class="people__row"><div class="people__who"><strong><bdi>${person.name}</bdi></strong>
      <span class="small quiet"><bdi>${delegationName(person.delegation)}</bdi>${person.delegation && person.title ? " · " : ""}<bdi>${person.title}</bdi></span>
      <span class="row">${person.present ? html`<span class="badge badge--good">${t("here")}</span>` : html`<span class="badge">${person.admitted ? t("away") : t("expected")}</span>`}${person.roles.map((role) => html`<span class="badge">${roleInWords(role)}</span>`)}</span></div>
    <div class="people__acts">${!waitsInLobby(person) ? html`<label class="unseen" for=${`room-${person.id}`}>${t("Room of {name}", { name: person.name })}</label>
      <select class="input" id=${`room-${person.id}`} .value=${String(person.room ?? "")} @change=${({ target }) => move(person, target, rooms)}>
        <option value="" ?selected=${!person.room}>${t("No room")}</option>${rooms.map((room) => html`<option value=${room.id} ?selected=${person.room === room.id}>${nameOf(room)}</option>`)}</select>
      ${menu(person, rooms)}` : html`<button class="button button--primary" type="button" @click=${() => admit(person)}>${t("Let in")}</button>`}</div></li>`;
}

function menu(person, rooms) {
  const has = (role, room) => person.roles.some((held) => held.role === role && (held.room ?? null) === room);
  const one = (role, room, words) => html`<li><button class="menu__item" type="button" @click=${() => change(person, role, room, words, has(role, room))}>${icon(has(role, room) ? "user-minus" : "user-plus")}${has(role, room) ? t("No longer {role}", { role: words }) : t("Make {role}", { role: words })}</button></li>`;
  const here = rooms.find((room) => room.id === person.room);
  return html`<details class="menu"><summary class="button button--quiet button--icon" aria-label=${t("Acts for {name}", { name: person.name })}>${icon("ellipsis")}</summary><ul class="menu__list">
    ${here ? [one("moderator", here.id, t("moderator of room {number}", { number: number(here.number) })), one("rapporteur", here.id, t("rapporteur of room {number}", { number: number(here.number) }))] : html`<li class="menu__item quiet">${t("Put into a room first to give a role there")}</li>`}
    ${newLinkItem(person)}
    <li><button class="menu__item menu__item--danger" type="button" @click=${() => remove(person)}>${icon("log-out", true)}${t("Send out of the meeting")}</button></li></ul></details>`;
}

async function move(person, select, rooms) {
  const round = presentRound();
  const before = person.room;
  const to = Number(select.value) || null;
  const put = (room) => (room ? act("placement.put", { round: round.id, person: person.id, room }) : act("placement.remove", { round: round.id, person: person.id }));
  if (!(await put(to))) { select.value = String(before ?? ""); return; }
  const room = rooms.find((one) => one.id === to);
  notice(room ? t("{name} is in {room} now.", { name: person.name, room: nameOf(room) }) : t("{name} is in no room now.", { name: person.name }), undo(() => put(before)));
}

async function admit(person) {
  if (!(await act("person.admit", { person: person.id }))) return;
  notice(t("{name} is let in.", { name: person.name }));
  // The button that held the focus is gone.
  document.getElementById("find")?.focus();
}

async function change(person, role, room, words, held) {
  const flip = (on) => act(on ? "role.grant" : "role.revoke", { person: person.id, role, room });
  if (await flip(!held)) notice(held ? t("{name} is no longer {role}.", { name: person.name, role: words }) : t("{name} is {role} now.", { name: person.name, role: words }), undo(() => flip(held)));
}

// Sending somebody out cannot be taken back by the one who did it: it waits, so that it can be stopped.
function remove(person) {
  const timer = setTimeout(() => act("person.remove", { person: person.id }), 6000);
  notice(t("{name} is sent out in 6 seconds.", { name: person.name }), undo(() => clearTimeout(timer)));
}

function wanted(person) {
  const place = search.where === "lobby" ? waitsInLobby(person) : search.where === "none" ? awaitsRoom(person) : !search.where || String(person.room) === search.where;
  const words = plain(`${person.name} ${person.delegation} ${person.title ?? ""}`);
  return place && plain(search.words).split(/\s+/).every((word) => words.includes(word));
}

// Whoever is on the roster and has not come yet waits for nothing.
function waitsInLobby(person) {
  return !person.admitted && person.present;
}

// Co-chairs, the secretariat, a room's own staff and the big screen have their places without being put anywhere.
function awaitsRoom(person) {
  return person.admitted && !person.room && person.roles.every(({ role }) => role === "participant");
}

const plain = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const nameOf = (room) => t("{number}. {title}", { number: number(room.number), title: room.title });
const roleInWords = ({ role }) => ({ secretariat: t("secretariat"), co_chair: t("co-chair"), moderator: t("moderator"), rapporteur: t("rapporteur"), participant: t("participant"), observer: t("observer"), display: t("display") })[role] ?? role;
