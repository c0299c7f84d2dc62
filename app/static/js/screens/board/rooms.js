/** A row per room: who is there, what was captured, the time left, and a call for help with its words. */
import { html, nothing, repeat } from "../../../vendor/lit-html.js";
import { boot, refresh, store } from "../../core/boot.js";
import { number, t, timeOfDay, tn } from "../../core/words.js";
import { delegationName } from "../../elements/delegation-names.js";
import { icon } from "../../elements/icon.js";
import { ago } from "../../elements/times.js";
import "../../elements/time-left.js";
import { notice } from "../../elements/shell.js";
import { act, meeting, presentRound, roomsOf, roundsInOrder, row, undo, view } from "./state.js";
import { helpInWords } from "../../elements/help-words.js";

/** A choice between the rounds, where there is more than one. */
export function roundChoice() {
  const rounds = roundsInOrder();
  if (rounds.length < 2) return nothing;
  const chosen = presentRound();
  return html`<label class="unseen" for="round">${t("Round")}</label><select class="input rooms__round" id="round" @change=${({ target }) => { view.round = Number(target.value); refresh(); }}>
    ${rounds.map((round, at) => html`<option value=${round.id} ?selected=${round === chosen}>${t("Round {number}", { number: number(at + 1) })}: ${store.get("part", round.part)?.title}</option>`)}</select>`;
}

export function roomsTable() {
  const rooms = roomsOf(presentRound());
  if (!rooms.length) return html`<p class="empty">${t("This meeting has no breakout rooms.")}</p>`;
  return html`<table class="table table--cards table--lined rooms">
    <caption class="unseen">${t("Breakout rooms")}</caption>
    <thead><tr><th scope="col">${t("Room")}</th><th scope="col" class="table__number">${t("People")}</th><th scope="col" class="table__number">${t("Delegations")}</th>
      <th scope="col" class="table__number">${t("Points")}</th><th scope="col" class="table__number">${t("For report-back")}</th><th scope="col">${t("Last activity")}</th><th scope="col">${t("Time left")}</th><th scope="col">${t("Help")}</th><th scope="col"><span class="unseen">${t("Acts")}</span></th></tr></thead>
    <tbody>${repeat(rooms, (room) => room.id, oneRow)}</tbody></table>`;
}

function oneRow(room) {
  const seen = row(room);
  return html`<tr class=${seen.help ? "rooms__row rooms__row--help" : "rooms__row"}>
    <th scope="row"><span class="rooms__number">${number(room.number)}</span><span class="rooms__name"><bdi>${room.title}</bdi>
      ${room.moderated_by ? html`<span class="rooms__by">${t("Moderated by")} <bdi>${delegationName(room.moderated_by)}</bdi></span>` : nothing}</span></th>
    <td class="table__number" data-label=${t("People")}><span title=${t("here now, of those who have taken part")}>${number(seen.present)}<span class="quiet"> / ${number(seen.people)}</span></span></td>
    <td class="table__number" data-label=${t("Delegations")}>${number(seen.delegations)}</td>
    <td class="table__number" data-label=${t("Points")}>${number(seen.points)}${seen.after_close ? html` <span class="badge badge--care">${tn("{n} after close", "{n} after close", seen.after_close)}</span>` : nothing}</td>
    <td class="table__number" data-label=${t("For report-back")}>${number(seen.approved)}</td>
    <td data-label=${t("Last activity")}>${seen.last_activity ? html`<time datetime=${seen.last_activity}>${ago(seen.last_activity)}</time>` : html`<span class="quiet">${t("none yet")}</span>`}</td>
    <td data-label=${t("Time left")}>${leftIn(room)}</td>
    <td class="table__whole" data-label=${seen.help ? t("Help") : nothing}>${help(room, seen)}</td>
    <td class="table__whole rooms__acts">${menu(room)}</td></tr>`;
}

function leftIn(room) {
  if (room.state === "planned") return html`<span class="quiet">${t("not open")}</span>`;
  if (room.state === "closed") return html`<span class="quiet">${room.closed_at ? t("closed {time}", { time: timeOfDay(room.closed_at) }) : t("closed")}</span>`;
  if (isClosing(room)) return html`<span class="quiet">${t("is closing")}</span>`;
  if (!room.ends_at) return html`<span class="quiet">${t("open")}</span>`;
  return html`<time-left ends=${room.ends_at}></time-left>`;
}

const isClosing = (room) => Boolean(store.get("round", room.round)?.closing_at);

function help(room, seen) {
  if (!seen.help) return html`<span class="unseen">${t("none asked")}</span>`;
  return html`<div class="rooms__help"><p dir="auto">${icon("life-buoy")} ${helpInWords(seen.help)}</p>
    <p class="row"><span class="small quiet">${seen.help_since ? ago(seen.help_since) : nothing}</span>
    <button class="button" type="button" @click=${() => given(room)}>${t("Help is given")}</button></p></div>`;
}

async function given(room) {
  if (await act("room.help_given", { room: room.id })) notice(t("{room}: the call for help is answered.", { room: room.title }));
}

// What a room writes is its own until it closes, unless the meeting lets chairs read drafts; otherwise its pages would refuse a chair.
function menu(room) {
  if (room.state === "planned") return nothing;
  const readable = room.state === "closed" || meeting().drafts_for_chairs;
  const base = `/m/${boot.meeting_id}`;
  return html`<details class="menu"><summary class="button button--quiet button--icon" aria-label=${t("Acts for room {number}", { number: number(room.number) })}>${icon("ellipsis")}</summary>
    <ul class="menu__list">
      ${room.state === "open" && !isClosing(room) ? html`<li><button class="menu__item" type="button" @click=${() => more(room, 5)}>${icon("timer")}${t("5 minutes more")}</button></li>` : nothing}
      ${readable ? html`<li><a class="menu__item" href=${`${base}/moderate/${room.id}`}>${icon("notebook-pen")}${t("Open the moderator’s console")}</a></li>
      <li><a class="menu__item" href=${`${base}/capture/${room.id}`}>${icon("pencil")}${t("Open capture")}</a></li>` : nothing}
    </ul></details>`;
}

async function more(room, minutes) {
  const done = await act("room.extend", { room: room.id, minutes });
  if (done && minutes > 0) notice(t("{room} has {minutes} minutes more.", { room: room.title, minutes }), undo(() => more(room, -minutes)));
}
