/** Moving people: the choice of a room, the effect in words, and the way back. */
import { html, nothing } from "../../../vendor/lit-html.js";
import { ask, redraw, refresh } from "../../core/boot.js";
import { number, t, tn } from "../../core/words.js";
import { icon } from "../../elements/icon.js";
import { modal } from "../../elements/modal.js";
import { notice } from "../../elements/shell.js";
import { undo } from "../board/state.js";
import { accepted, chooseNobody, everybody, presentRound, roomsOf, seatedIn, told } from "./state.js";

let moving = null;

/** Ask into which room these people go. */
export function openMove(ids) {
  moving = ids;
  refresh();
}

export function moveDialog(round) {
  if (!moving) return nothing;
  const seats = seatedIn(round);
  const [first] = everybody().filter(({ id }) => id === moving[0]);
  const go = (room) => { const ids = moving; shut(); move(round, ids, room); };
  return modal({
    title: moving.length === 1 ? t("Move {name} to…", { name: first?.name ?? "" }) : tn("Move {n} person to…", "Move {n} people to…", moving.length), close: shut,
    body: html`${round.state === "open" ? html`<p>${t("The rooms are open: their pages follow at once, and nothing they have written is lost.")}</p>` : nothing}
      <ul class="goals">${roomsOf(round).map((room) => goal(room, seats.get(room.id).length, go))}
        <li><button class="goals__room" type="button" @click=${() => go(null)}><span class="seats__number">–</span><span>${t("Without a room")}</span></button></li></ul>`,
  });
}

function goal(room, people, go) {
  const free = room.capacity - people;
  return html`<li><button class="goals__room" type="button" @click=${() => go(room)}><span class="seats__number">${number(room.number)}</span><bdi>${room.title}</bdi>
    <span class="goals__free">${!room.capacity ? tn("{n} person", "{n} people", people) : free > 0 ? tn("{n} place free", "{n} places free", free) : html`<span class="badge badge--care">${t("full")}</span>`}</span></button></li>`;
}

function shut() {
  moving = null;
  // The dialog gives the focus back to where it was before the page is drawn anew.
  redraw();
}

/** Move people into a room, or out of all with null; says the effect, with Undo. */
export async function move(round, ids, room) {
  await put(round, ids.map((person) => ({ person, room: room?.id ?? null })), { words: (n) => effect(round, room, n, ids) });
}

export const takeOut = (round, ids) => move(round, ids, null);

/** Carry out many moves as one act; `words(n)` says what came of it. */
export async function put(round, moves, { how = "put", words }) {
  const { id, answered } = ask("placement.put_many", { round: round.id, moves, how }, { keep: false });
  const answer = await answered;
  if (!accepted(answer)) return false;
  chooseNobody();
  notice(told(answer, words(answer.result.moved)), answer.result.moved ? undo(() => takeBack(round, id)) : undefined);
  return true;
}

async function takeBack(round, act) {
  const answer = await ask("placement.undo", { round: round.id, act }, { keep: false }).answered;
  if (accepted(answer)) notice(told(answer, tn("{n} person is back where they were.", "{n} people are back where they were.", answer.result.moved)));
}

function effect(round, room, n, ids) {
  if (!n) return t("They were there already.");
  const [only] = n === 1 && ids.length === 1 ? everybody().filter(({ id }) => id === ids[0]) : [];
  if (!room) return only ? t("{name} is in no room now.", { name: only.name }) : tn("{n} person is in no room now.", "{n} people are in no room now.", n);
  if (round.state === "open") return only ? t("{name} is called into “{room}” now.", { name: only.name, room: room.title }) : tn("{n} person is called into “{room}” now.", "{n} people are called into “{room}” now.", n, { room: room.title });
  return only ? t("{name} is in “{room}” now.", { name: only.name, room: room.title }) : tn("{n} person is in “{room}” now.", "{n} people are in “{room}” now.", n, { room: room.title });
}

/** The round and the room of a column that something was dropped on. */
export function goalOf(column) {
  const round = presentRound();
  return { round, room: roomsOf(round).find(({ id }) => String(id) === column.dataset.room) ?? null };
}
