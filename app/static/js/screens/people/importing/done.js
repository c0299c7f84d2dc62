/** What an import did, and the way to take all of it back. */
import { html, nothing } from "../../../../vendor/lit-html.js";
import { redraw, refresh, store } from "../../../core/boot.js";
import { list } from "../../../core/lists.js";
import { locale, number, t, tn } from "../../../core/words.js";
import { icon } from "../../../elements/icon.js";
import { notice } from "../../../elements/shell.js";
import { act, isSecretariat, view } from "../state.js";
import { forget, work } from "./work.js";

const taking = new Set();

/** The last step. */
export function result() {
  const { id } = work.result;
  const record = store.get("roster_import", id);
  return html`<section class="card card--marked"><h2 class="card__title">${tn("{n} person is imported", "{n} people are imported", work.result.created)}</h2>${facts(work.result)}
    <p>${t("They are on the list now. Nobody is told anything yet: give them their links when you are ready.")}</p>
    <div class="card__foot"><button class="button button--primary" type="button" @click=${toTheList}>${t("To the list of people")}</button>${record && !record.undone_at ? undoButton(record) : nothing}</div></section>`;
}

/** The imports of this meeting, the last one first. */
export function imports() {
  const all = store.all("roster_import").sort((a, b) => b.id - a.id);
  if (!isSecretariat() || !all.length) return nothing;
  return html`<section class="part"><div class="part__title"><h2>${t("Imports")}</h2></div><ul class="folk__imports">${all.map((one) => html`<li><div class="stack stack--near"><p><strong><bdi>${one.file}</bdi></strong>
      <span class="quiet">${one.by ? t("{time} by {name}", { time: moment(one.at), name: one.by }) : moment(one.at)}</span></p>${one.undone_at ? undone(one) : facts(one)}</div>${one.undone_at ? nothing : undoButton(one)}</li>`)}</ul></section>`;
}

function facts({ created, matched, joined, refused, left_out: left }) {
  const shown = [[t("new"), created], [t("in the meeting already"), matched], [t("joined"), joined], [t("refused"), refused], [t("left out"), left]].filter(([, n], at) => n || at === 0);
  return html`<dl class="facts">${shown.map(([words, n]) => html`<div><dt>${words}</dt><dd>${number(n)}</dd></div>`)}</dl>`;
}

function undone({ undone_at: at, undone_by: by, kept }) {
  return html`<p class="small">${by ? t("taken back {time} by {name}", { time: moment(at), name: by }) : t("taken back {time}", { time: moment(at) })}${kept.length ? html`<br>${tn("{n} person had come in and stayed: {names}", "{n} people had come in and stayed: {names}", kept.length, { names: list(kept.slice(0, 12)) })}` : nothing}</p>`;
}

function undoButton(record) {
  return html`<button class="button" type="button" aria-busy=${taking.has(record.id)} @click=${() => takeBack(record)}>${icon("undo-2")}${t("Undo the whole import")}</button>`;
}

async function takeBack(record) {
  if (taking.has(record.id)) return;
  taking.add(record.id);
  refresh();
  const done = await act("roster.undo_import", { roster_import: record.id });
  taking.delete(record.id);
  refresh();
  if (!done) return;
  const gone = tn("{n} person of this import is off the list again.", "{n} people of this import are off the list again.", done.removed);
  notice(done.kept.length ? `${gone} ${tn("{n} person had come in and stayed: {names}", "{n} people had come in and stayed: {names}", done.kept.length, { names: list(done.kept.slice(0, 6)) })}` : gone);
  if (view.importing) toTheList();
}

function toTheList() {
  view.importing = false;
  forget();
  redraw();
  document.getElementById("people-title").focus();
}

const moment = (iso) => new Intl.DateTimeFormat(locale(), { dateStyle: "medium", timeStyle: "short" }).format(new Date(iso));
