/** Rooms and people: a column per room, and everybody in one of them or in none. */
import { html, nothing } from "../../vendor/lit-html.js";
import { refresh, start, store } from "../core/boot.js";
import { number, t, tn } from "../core/words.js";
import { announcement } from "../elements/announcement.js";
import { icon } from "../elements/icon.js";
import "../elements/menus.js";
import { showLine } from "../elements/shell.js";
import { columns } from "./rooms/columns.js";
import { listenForDrags } from "./rooms/drag.js";
import { fillButton, fillDialog } from "./rooms/filling.js";
import { listActs, listDialog } from "./rooms/lists.js";
import { moveDialog, openMove, takeOut } from "./rooms/moving.js";
import { policyDialog, policyLine } from "./rooms/policy.js";
import { chosen, choose, chooseNobody, presentRound, roomsOf, roundsInOrder, search, seatedIn, view } from "./rooms/state.js";

const ONLY = { "": t("everybody"), here: t("those who are here"), pinned: t("those who are pinned"), chosen: t("those who chose") };

start(page);
showLine();
listenForDrags(document.getElementById("screen"));

function page() {
  const round = presentRound();
  const head = html`${announcement()}<header class="head seats__head"><h1>${t("Rooms and people")}</h1>${roundChoice(round)}</header>`;
  if (!round || !roomsOf(round).length) return html`${head}<p class="empty">${t("This meeting has no breakout rooms yet.")}</p>`;
  return html`${head}${policyLine(round)}${openLine(round)}
    <div class="toolbar">
      <div class="field toolbar__find"><label class="field__label" for="find">${t("Find by name or delegation")}</label>
        <input class="input" id="find" type="search" dir="auto" autocomplete="off" .value=${search.words} @input=${({ target }) => { search.words = target.value; refresh(); }}></div>
      <div class="field"><label class="field__label" for="only">${t("Show")}</label>
        <select class="input" id="only" @change=${({ target }) => { search.only = target.value; refresh(); }}>${Object.entries(ONLY).map(([value, words]) => html`<option value=${value} ?selected=${search.only === value}>${words}</option>`)}</select></div>
      <div class="toolbar__acts">${fillButton()}${listActs(round)}</div>
    </div>
    ${columns(round)}${bar(round)}${moveDialog(round)}${fillDialog(round)}${listDialog(round)}${policyDialog(round)}`;
}

function roundChoice(round) {
  const rounds = roundsInOrder();
  if (rounds.length < 2) return nothing;
  return html`<div class="field"><label class="unseen" for="round">${t("Round")}</label><select class="input" id="round" @change=${({ target }) => { view.round = Number(target.value); chooseNobody(); }}>
    ${rounds.map((one, at) => html`<option value=${one.id} ?selected=${one === round}>${t("Round {number}: {title}", { number: number(at + 1), title: store.get("part", one.part)?.title ?? "" })}</option>`)}</select></div>`;
}

function openLine(round) {
  if (round.state !== "open") return nothing;
  return html`<p class="banner banner--care" role="note"><span class="banner__words">${t("The rooms are open. Whoever is moved is called into the other room at once; what they have not sent stays with them.")}</span></p>`;
}

// What can be done with everybody who is chosen stays at the lower edge, wherever one has scrolled to.
function bar(round) {
  const n = chosen.size;
  if (!n) return nothing;
  const seated = [...seatedIn(round).values()].flat().filter(({ id }) => chosen.has(id)).length;
  return html`<div class="seats__bar" role="region" aria-label=${t("Those who are chosen")}><p class="seats__count" role="status">${tn("{n} person is chosen", "{n} people are chosen", n)}</p>
    <button class="button button--primary" type="button" @click=${() => openMove([...chosen])}>${icon("move-right", true)}${t("Move to…")}</button>
    ${seated ? html`<button class="button" type="button" @click=${() => takeOut(round, [...chosen])}>${icon("user-minus")}${t("Take out of the rooms")}</button>` : nothing}
    <button class="button button--quiet" type="button" @click=${() => choose([], true)}>${t("Choose nobody")}</button></div>`;
}
