/** “Fill the rest”: a balanced proposal for everybody without a room, seen first, then taken or left. */
import { html, nothing } from "../../../vendor/lit-html.js";
import { refresh } from "../../core/boot.js";
import { number, t, tn } from "../../core/words.js";
import { delegationName } from "../../elements/delegation-names.js";
import { icon } from "../../elements/icon.js";
import { modal } from "../../elements/modal.js";
import { put } from "./moving.js";
import { everybody, presentRound, roomsOf, seatedIn } from "./state.js";
import { fetched } from "./server.js";

const options = { here: false, wishes: true };
let plan = null;
let asked = 0;

export function fillButton() {
  return html`<button class="button" type="button" @click=${open}>${icon("scale")}${t("Fill the rest")}</button>`;
}

export function fillDialog(round) {
  if (!plan) return nothing;
  const people = plan.moves?.length ?? 0;
  return modal({
    title: t("Fill the rest"), close: shut, name: "fill",
    body: html`<p>${t("Everybody without a room gets one. Delegations are spread over the rooms as evenly as the places allow; nobody who has a room is moved.")}</p>
      <div class="row">${option("wishes", t("Take imported wishes into account"))}${option("here", t("Only those who are here"))}</div>
      ${plan.why ? html`<p class="field__error" role="alert">${plan.why}</p>` : plan.moves ? proposal(round) : html`<p class="quiet" role="status">${t("Working it out …")}</p>`}`,
    foot: html`<button class="button" type="button" @click=${shut}>${t("Leave it")}</button>
      <button class="button button--primary" type="button" ?disabled=${!people} @click=${() => accept(round)}>${tn("Place {n} person", "Place {n} people", people)}</button>`,
  });
}

function option(name, words) {
  return html`<label class="check"><input type="checkbox" .checked=${options[name]} @change=${({ target }) => { options[name] = target.checked; work(); }}><span>${words}</span></label>`;
}

function proposal(round) {
  const seats = seatedIn(round);
  const named = new Map(everybody().map((person) => [person.id, person]));
  const wished = plan.moves.filter((one) => one.wished).length;
  return html`<p role="status"><strong>${tn("{n} person gets a room", "{n} people get a room", plan.moves.length)}</strong>${wished ? tn(", {n} of them the one they wished for", ", {n} of them the one they wished for", wished) : ""}.
      ${plan.without.length ? html`<span class="badge badge--care">${tn("{n} finds no place", "{n} find no place", plan.without.length)}</span>` : nothing}</p>
    <ul class="proposal">${roomsOf(round).map((room) => {
    const now = seats.get(room.id);
    const coming = plan.moves.filter((one) => one.room === room.id).map((one) => named.get(one.person)).filter(Boolean);
    const delegations = new Set([...now, ...coming].map((person) => person.delegation).filter(Boolean)).size;
    return html`<li><details><summary><span class="seats__number">${number(room.number)}</span> <bdi class="proposal__title">${room.title}</bdi>
        <span class="proposal__figures">${t("{before} → {after}", { before: number(now.length), after: number(now.length + coming.length) })}${room.capacity ? ` / ${number(room.capacity)}` : ""} · ${tn("{n} delegation", "{n} delegations", delegations)}</span>${icon("chevron-down")}</summary>
      <ul class="small proposal__names">${coming.map((person) => html`<li><bdi>${person.name}</bdi>${person.delegation ? html` · <bdi class="quiet">${delegationName(person.delegation)}</bdi>` : nothing}</li>`)}</ul></details></li>`;
  })}</ul>`;
}

function open() {
  plan = {};
  work();
}

async function work() {
  const mine = ++asked;
  plan = {};
  refresh();
  const answer = await fetched(`plan.json?round=${presentRound().id}&who=${options.here ? "here" : "all"}&wishes=${options.wishes ? 1 : 0}`);
  if (mine !== asked || !plan) return;
  plan = answer;
  refresh();
}

async function accept(round) {
  const moves = plan.moves.map(({ person, room }) => ({ person, room }));
  shut();
  await put(round, moves, { how: "filled", words: (n) => tn("{n} person has a room now.", "{n} people have a room now.", n) });
}

function shut() {
  plan = null;
  asked += 1;
  refresh();
}
