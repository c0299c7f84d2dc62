/** One row of the preview: what it says, what it becomes with whom and why; mended in place. */
import { html, nothing } from "../../../../vendor/lit-html.js";
import { redraw, refresh, store } from "../../../core/boot.js";
import { say } from "../../../core/announce.js";
import { number, parts, t } from "../../../core/words.js";
import { delegationName } from "../../../elements/delegation-names.js";
import { icon } from "../../../elements/icon.js";
import "../../setup/delegation-box.js";
import { look, outcome, work } from "./work.js";

const BECOMES = { created: () => [t("new"), "badge--good"], matched: () => [t("in the meeting already"), ""], joined: () => [t("joined"), "badge--care"], refused: () => [t("refused"), "badge--bad"], left_out: () => [t("left out"), ""] };
const FIELDS = [["name", () => t("Name")], ["delegation", () => t("Delegation")], ["email", () => t("E-mail")], ["title", () => t("Title or function")], ["gender", () => t("Gender")], ["breakout", () => t("Breakout room chosen")]];

export function previewRow(row, found) {
  if (work.open === row.row) return mending(row, found);
  const [words, look] = BECOMES[found.became]();
  return html`<tr class=${`folk__found folk__found--${found.became}`} data-row=${row.row}><td class="table__number" data-label=${t("Row")}>${number(row.row)}</td>
    <th scope="row">${row.name && !row.lost ? html`<bdi>${short(row.name)}</bdi>` : html`<span class="quiet" dir="auto">${short(row.text ?? "")}</span>`}${row.title ? html`<span class="folk__title"><bdi>${short(row.title)}</bdi></span>` : nothing}</th>
    <td data-label=${row.delegation ? t("Delegation") : nothing}>${understood(row, found)}</td>
    <td class="folk__mail" data-label=${row.email ? t("E-mail") : nothing}>${row.email ? html`<bdi dir="ltr">${short(row.email)}</bdi>` : nothing}</td>
    <td data-label=${row.breakout ? t("Breakout choice") : nothing}>${choice(row)}</td>
    <td data-label=${t("Becomes")}><span class=${`badge ${look}`}>${words}</span> ${because(found)}${(found.remarks ?? []).map((remark) => html`<span class="folk__remark">${icon("info")}<span dir="auto">${remark}</span></span>`)}</td>
    <td class="table__whole folk__acts">${acts(row, found)}</td></tr>`;
}

// What stands there is kept as it is; whether it names a room of this meeting is said before anything is written.
function choice({ breakout }) {
  if (!breakout) return nothing;
  return html`<bdi>${short(breakout)}</bdi>${meansARoom(breakout) ? nothing : html`<span class="folk__remark">${icon("triangle-alert")}<span>${t("No breakout room has this name or number; the choice is kept as a note only.")}</span></span>`}`;
}

// The same as the server's reading of a choice: by theme, by number, by both, or by the beginning of one theme.
function meansARoom(words) {
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  const wanted = plain(words);
  const rooms = store.all("room", ({ kind }) => kind === "breakout").map(({ number: figure, title }) => ({ figure, theme: plain(title) }));
  const fits = (test) => rooms.filter(test).length === 1;
  const [, figure, theme] = /^(?:[\p{L}]+ )?(\d{1,3})(?: (.+))?$/u.exec(wanted) ?? [];
  return fits((room) => room.theme === wanted) || (figure && fits((room) => room.figure === Number(figure) && (!theme || room.theme === theme)))
    || (wanted.length >= 8 && fits((room) => room.theme.startsWith(wanted)));
}

const short = (words) => (words.length > 90 ? `${words.slice(0, 80)}…` : words);

function understood(row, found) {
  const meant = found.delegation ?? "";
  if (!row.delegation && !meant) return nothing;
  const same = !meant || !row.delegation || meant === row.delegation || delegationName(row.delegation) === meant;
  return html`<bdi>${short(meant || row.delegation)}</bdi>${same ? nothing : html`<span class="folk__title">${parts(t("written {words}"), { words: html`<bdi>${short(row.delegation)}</bdi>` })}</span>`}`;
}

function because({ became, person, joins, why = "" }) {
  const somebody = work.people[person];
  if (became === "matched" && somebody) return html`<span class="folk__why">${parts(t("as {name}: {why}"), { name: html`<strong><bdi>${somebody.name}</bdi></strong>`, why })}</span>`;
  if (became === "joined") return html`<span class="folk__why">${parts(t("with row {row}, {name}: {why}"), { row: number(joins), name: html`<strong><bdi>${short(rowOf(joins)?.name ?? "")}</bdi></strong>`, why })}</span>`;
  return became === "refused" && why ? html`<span class="folk__why" dir="auto">${why}</span>` : nothing;
}

const rowOf = (number) => work.rows.find(({ row }) => row === number);

function acts(row, { became }) {
  const item = (name, words, run) => html`<li><button class="menu__item" type="button" @click=${run}>${icon(name)}${words}</button></li>`;
  const out = row.decision === "leave out";
  return html`<div class="row row--end"><button class="button button--quiet button--small" type="button" aria-label=${t("Edit row {row}", { row: number(row.row) })} @click=${() => mend(row)}>${icon("pencil")}${t("Edit")}</button>
    <details class="menu"><summary class="button button--quiet button--icon" aria-label=${t("More for row {row}", { row: number(row.row) })}>${icon("ellipsis")}</summary><ul class="menu__list">
      ${["matched", "joined"].includes(became) ? item("user-plus", t("A different person"), () => decide(row, "different")) : nothing}
      ${["created", "matched", "joined"].includes(became) ? item("merge", t("The same as…"), () => { work.asking = row.row; refresh(); }) : nothing}
      ${row.decision && !out ? item("undo-2", t("As it was found"), () => decide(row, "")) : nothing}
      ${out ? item("undo-2", t("Take it in again"), () => decide(row, "")) : item("user-minus", t("Leave this row out"), () => decide(row, "leave out"))}</ul></details></div>`;
}

export async function decide(row, decision) {
  row.decision = decision;
  await look();
  tell(row);
}

function mend(row) {
  work.open = row.row;
  redraw();
  document.querySelector(`tr[data-row="${row.row}"] input`)?.focus();
}

function mending(row, found) {
  const errors = found.errors ?? {};
  const field = ([name, words]) => {
    const id = `mend-${row.row}-${name}`;
    const box = html`<input class="input" id=${id} name=${name} dir="auto" autocomplete="off" .value=${row[name] ?? ""} aria-invalid=${errors[name] ? "true" : nothing} aria-describedby=${errors[name] ? `${id}-error` : nothing}
      role=${name === "delegation" ? "combobox" : nothing} aria-expanded=${name === "delegation" ? "false" : nothing} aria-controls=${name === "delegation" ? `${id}-list` : nothing} aria-autocomplete=${name === "delegation" ? "list" : nothing}>`;
    const control = name === "delegation" ? html`<delegation-box class="combo">${box}<ul class="combo__list" id=${`${id}-list`} role="listbox" aria-label=${t("Delegations")} hidden></ul></delegation-box>` : box;
    return html`<div class="field"><label class="field__label" for=${id}>${words()}</label>${control}${errors[name] ? html`<p class="field__error" id=${`${id}-error`}>${errors[name]}</p>` : nothing}</div>`;
  };
  return html`<tr class="folk__mending" data-row=${row.row}><td colspan="7" class="table__whole"><form class="stack stack--near" @submit=${(event) => save(event, row)} @keydown=${(event) => escape(event, row)}>
    <p><strong>${t("Row {row}", { row: number(row.row) })}</strong>${row.text ? html` <span class="quiet" dir="auto">${short(row.text)}</span>` : nothing}</p>
    <div class="folk__fields">${FIELDS.map(field)}</div>
    <div class="row row--end"><button class="button" type="button" @click=${() => shut(row)}>${t("Cancel")}</button><button class="button button--primary" type="submit">${t("Keep this")}</button></div></form></td></tr>`;
}

async function save(event, row) {
  event.preventDefault();
  for (const input of event.target.querySelectorAll("input[name]")) row[input.name] = input.dataset.code ?? input.value.trim();
  if (row.lost && row.name) Object.assign(row, { lost: false, decision: "" });
  work.open = null;
  await look();
  tell(row);
}

function escape(event, row) {
  if (event.key !== "Escape" || event.defaultPrevented) return;
  event.preventDefault();
  shut(row);
}

function shut(row) {
  work.open = null;
  redraw();
  focusOn(row);
}

function tell(row) {
  focusOn(row);
  say(t("Row {row}: {state}", { row: number(row.row), state: BECOMES[outcome(row).became]()[0] }));
}

function focusOn({ row }) {
  document.querySelector(`tr[data-row="${row}"] button`)?.focus();
}
