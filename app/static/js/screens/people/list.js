/** The list: found by words, filtered by chips, ordered by its heads, a part at a time. */
import { html, nothing, repeat } from "../../../vendor/lit-html.js";
import { refresh, store } from "../../core/boot.js";
import { number, t, tn } from "../../core/words.js";
import { pager } from "../../elements/pager.js";
import { acts } from "./acts.js";
import { isSecretariat, PAGE, sortBy, view, wanted } from "./state.js";
import { nameOfRoom, roleInWords, stateInWords } from "./words.js";

/** What can be filtered by; a chip that would show nobody is left out, unless it is pressed. */
export function filterChips(counted) {
  const chips = [["", t("Everybody"), counted.all], ["invited", t("Not yet come in"), counted.invited], ["waiting", t("In the lobby"), counted.waiting], ["here", t("Here"), counted.here],
    ["left", t("Away"), counted.left], ["task", t("With a task"), counted.task], ["nowhere", t("Without a delegation"), counted.nowhere], ["doubled", t("Perhaps doubled"), counted.doubled], ["removed", t("Sent out"), counted.removed]];
  return html`<div class="toolbar folk__tools"><div class="field toolbar__find"><label class="field__label" for="find">${isSecretariat() ? t("Find by name, delegation or e-mail") : t("Find by name or delegation")}</label>
      <input class="input" id="find" type="search" dir="auto" autocomplete="off" .value=${view.words} @input=${({ target }) => { view.words = target.value; view.page = 0; refresh(); }}></div></div>
    <div class="chips" role="group" aria-label=${t("Show")}>${chips.filter(([only, , n]) => n || only === view.only || !only).map(([only, words, n]) => html`
      <button class="chip" type="button" aria-pressed=${view.only === only} @click=${() => { view.only = only; view.page = 0; refresh(); }}>${words} <span class="quiet">${number(n)}</span></button>`)}</div>`;
}

export function peopleTable() {
  const found = wanted();
  view.page = Math.max(0, Math.min(view.page, Math.ceil(found.length / PAGE) - 1));
  const shown = found.slice(view.page * PAGE, (view.page + 1) * PAGE);
  const mail = isSecretariat();
  const parts = pager({ page: view.page, size: PAGE, all: found.length, go });
  return html`<div class="row row--apart"><p class=${view.words || view.only || found.length > PAGE ? "small quiet" : "unseen"} role="status">${tn("{n} person is shown", "{n} people are shown", found.length)}</p>${parts}</div>
    ${found.length ? html`<table class="table table--cards table--lined folk" id="folk"><caption class="unseen">${t("People")}</caption>
      <thead><tr>${head("name", t("Name"))}${head("delegation", t("Delegation"))}<th scope="col">${t("Tasks")}</th><th scope="col">${t("Room")}</th>${head("state", t("State"))}
        ${mail ? html`<th scope="col">${t("E-mail")}</th>` : nothing}<th scope="col"><span class="unseen">${t("Acts")}</span></th></tr></thead>
      <tbody>${repeat(shown, ({ id }) => id, (person) => row(person, mail))}</tbody></table>${parts}` : empty()}`;
}

function head(by, words) {
  const way = view.by === by ? (view.down ? "descending" : "ascending") : "none";
  return html`<th scope="col" aria-sort=${way}><button class="table__sort" type="button" @click=${() => sortBy(by)}>${words}</button></th>`;
}

function row(person, mail) {
  const [state, look] = stateInWords(person.banned ? "banned" : person.state);
  const places = person.rooms.map((id) => store.get("room", id)).filter(Boolean);
  return html`<tr class="folk__row" data-person=${person.id}><th scope="row"><bdi>${person.name}</bdi>${person.title ? html`<span class="folk__title"><bdi>${person.title}</bdi></span>` : nothing}</th>
    <td data-label=${t("Delegation")}>${person.delegation ? html`<bdi>${person.delegation}</bdi>` : html`<span class="quiet">${t("none given")}</span>`}</td>
    <td data-label=${person.roles.length ? t("Tasks") : nothing}>${person.roles.length ? html`<span class="chips">${person.roles.map(badge)}</span>` : nothing}</td>
    <td data-label=${places.length ? t("Room") : nothing}>${places.length ? html`<bdi>${nameOfRoom(places.at(-1))}</bdi>` : nothing}</td>
    <td data-label=${t("State")}><span class=${`badge ${look}`}>${state}</span>${person.state === "removed" && person.because ? html`<span class="folk__title" dir="auto">${person.because}</span>` : nothing}</td>
    ${mail ? html`<td class="folk__mail" data-label=${person.email ? t("E-mail") : nothing}>${person.email ? html`<bdi dir="ltr">${person.email}</bdi>` : nothing}</td>` : nothing}
    <td class="table__whole folk__acts">${acts(person)}</td></tr>`;
}

function badge({ role, room }) {
  const where = room ? store.get("room", room) : null;
  return html`<span class="badge">${where ? t("{role}, room {number}", { role: roleInWords(role), number: number(where.number) }) : roleInWords(role)}</span>`;
}

function empty() {
  if (view.words || view.only) return html`<p class="empty">${t("Nobody matches.")}<button class="button" type="button" @click=${() => { Object.assign(view, { words: "", only: "", page: 0 }); refresh(); }}>${t("Show everybody")}</button></p>`;
  return html`<p class="empty"><span class="empty__title">${t("Nobody is in this meeting yet.")}</span>${t("Import a roster, or add people one by one.")}</p>`;
}

function go(page) {
  view.page = page;
  refresh();
  document.getElementById("folk")?.scrollIntoView({ block: "nearest" });
}
