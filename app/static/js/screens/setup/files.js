/** The set-up as a file: out, in again with a look at what it holds first, and as the beginning of another meeting. */
import { html, live, nothing } from "../../../vendor/lit-html.js";
import { boot, refresh } from "../../core/boot.js";
import { draft, keepDraft } from "../../core/drafts.js";
import { t, tn } from "../../core/words.js";
import { icon } from "../../elements/icon.js";
import { notice } from "../../elements/shell.js";
import { archivePart } from "./archive.js";
import { act, mayEdit, sessions, view } from "./state.js";

const LARGEST = 3 * 1024 * 1024;

export function filesPart() {
  return html`<section class="part"><div class="part__title"><h3>${t("The set-up as a file")}</h3></div>
    <p class="quiet">${t("It holds the structure, the rooms and the questions, and never what was captured or who was there.")}</p>
    <div class="row"><a class="button" href=${`/m/${boot.meeting_id}/setup/file.json`} download>${icon("download")}${t("Export the set-up")}</a>
      <a class="button" href=${`/m/${boot.meeting_id}/setup/file.json?people=1`} download>${icon("download")}${t("Export with the people in charge")}</a></div>
    ${mayEdit() && !sessions().length ? filling() : nothing}</section>${archivePart()}${mayEdit() ? another() : nothing}`;
}

function another() {
  const made = view.duplicate;
  return html`<section class="part"><div class="part__title"><h3>${t("A new meeting like this one")}</h3></div>
    ${made ? html`<div class="banner" role="status"><p class="banner__words">${t("“{title}” is set up. This browser leaves this meeting when you open it.", { title: made.title })}</p><div class="banner__acts"><a class="button button--primary" href=${made.address}>${t("Open the new meeting")}${icon("arrow-right", true)}</a></div></div>` : html`
    <form class="plan__add" @submit=${duplicate}><div class="field"><label class="field__label" for="another-title">${t("Its title")}</label><input class="input" id="another-title" name="title" dir="auto" autocomplete="off" .value=${live(draft("setup:another"))} @input=${({ target }) => keepDraft("setup:another", target.value)}></div>
      ${daysField("another")}
      <label class="check"><input type="checkbox" name="people"><span>${t("Take the people in charge along, each with their task")}</span></label>
      <p><button type="submit" class="button">${icon("copy")}${t("Set it up")}</button></p></form>`}</section>`;
}

// Days of an earlier meeting are seldom those of the next.
function daysField(name, kept = false) {
  return html`<fieldset class="plan__days"><legend class="field__label">${t("Days of the sessions")}</legend>
    ${[...(kept ? [["keep", t("as in the file")]] : []), ["empty", t("empty, to be filled in")], ["shift", t("moved, so that the first session is on")]].map(([value, words], at) => html`<label class="check"><input type="radio" name="days" value=${value} ?checked=${at === 0}><span>${words}</span></label>`)}
    <input class="input input--when" type="date" name="first_day" id="${name}-day" aria-label=${t("Day of the first session")} @input=${({ target }) => { target.form.elements.days.value = "shift"; }}></fieldset>`;
}

async function duplicate(event) {
  event.preventDefault();
  const { title, days, first_day: day, people } = event.currentTarget.elements;
  if (!title.value.trim()) return title.focus();
  const link = await act("meeting.duplicate", { meeting: boot.meeting_id, title: title.value, days: days.value, first_day: day.value, with_people: people.checked });
  if (!link) return undefined;
  keepDraft("setup:another", "");
  view.duplicate = { title: title.value, address: `${location.origin}/enter#${link.secret}` };
  return refresh();
}

/** For a meeting in which nothing is planned yet: begin from a file. */
export function filling() {
  return html`<div class="stack">
    <label class="drop ${view.file?.why ? "drop--bad" : ""}" @dragover=${(event) => event.preventDefault()} @drop=${(event) => { event.preventDefault(); read(event.dataTransfer.files[0]); }}>${icon("file-text")}
      <span class="drop__words">${t("Begin from a file")}</span><span class="drop__hint">${t("The set-up of another meeting, or the script.json of a rehearsal. Choose it, or drop it here.")}</span>
      <input class="unseen" type="file" accept=".json,application/json" @change=${({ target }) => { read(target.files[0]); target.value = ""; }}></label>
    ${view.file?.why ? html`<p class="field__error" role="alert">${view.file.why}</p>` : nothing}
    ${view.file?.holds ? preview(view.file) : nothing}</div>`;
}

function preview({ name, holds, plan }) {
  return html`<section class="card card--marked" aria-labelledby="file-holds"><h4 class="card__title" id="file-holds">${t("What this file holds")}</h4>
    <p class="drop__file">${icon("file-text")}<bdi>${name}</bdi></p><p class="quote"><bdi>${holds.title}</bdi></p>
    <ul class="plan__holds">${holds.sessions.map((session) => html`<li><strong><bdi>${session.title}</bdi></strong> ${session.date ? html`<bdi class="quiet">${session.date}</bdi>` : nothing}
      <ul>${session.parts.map((part) => html`<li><bdi>${part.title}</bdi>${part.rooms ? html` <span class="quiet">${tn("{n} room", "{n} rooms", part.rooms)}</span>` : nothing}</li>`)}</ul></li>`)}</ul>
    <p>${[tn("{n} co-chair", "{n} co-chairs", holds.co_chairs), tn("{n} person in charge", "{n} people in charge", holds.people)].join(" · ")}</p>
    ${holds.left_out.map((sentence) => html`<p class="small quiet">${sentence}</p>`)}
    <form id="fill" @submit=${(event) => fill(event, plan)}>${daysField("fill", true)}</form>
    <div class="card__foot"><button type="submit" form="fill" class="button button--primary">${t("Set this meeting up like this")}</button><button type="button" class="button button--quiet" @click=${() => { view.file = null; refresh(); }}>${t("Leave it")}</button></div></section>`;
}

async function read(file) {
  if (!file) return;
  view.file = { name: file.name };
  if (file.size > LARGEST) view.file.why = t("This file is far larger than a set-up is. Choose the file that was exported from a set-up.");
  else await ask(file);
  refresh();
}

async function ask(file) {
  try {
    const answer = await fetch(`/m/${boot.meeting_id}/setup/read`, { method: "POST", headers: { "Content-Type": "application/octet-stream", Accept: "application/json", "X-CSRF": boot.csrf ?? "" }, body: await file.arrayBuffer() });
    Object.assign(view.file, await answer.json());
  } catch {
    view.file.why = t("No answer came, so the file was not read. Look at your connection and choose it again.");
  }
}

async function fill(event, plan) {
  event.preventDefault();
  const { days, first_day: day } = event.currentTarget.elements;
  if (!(await act("meeting.fill", { meeting: boot.meeting_id, plan, days: days.value, first_day: day.value }))) return;
  view.file = null;
  notice(t("The meeting is set up. Look through the steps: everything can be changed."));
  location.hash = "#basics";
}
