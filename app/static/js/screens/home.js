/** Meetings home: the meetings of an account, and a new one. */
import { html, nothing, render } from "../../vendor/lit-html.js";
import { boot } from "../core/page.js";
import { post } from "../core/post.js";
import { locale, parts, t } from "../core/words.js";
import { icon } from "../elements/icon.js";
import "../elements/menus.js";
import { plainForm } from "../elements/plain-form.js";
import { archivePart, removeOpened } from "./home/archive.js";

const { account, meetings } = boot;

const STATES = {
  planned: { words: () => t("planned"), look: "" },
  live: { words: () => t("under way"), look: "badge--live" },
  closed: { words: () => t("closed"), look: "" },
};
const ROLES = {
  secretariat: () => t("secretariat"),
  co_chair: () => t("co-chair"),
  moderator: () => t("moderator"),
  rapporteur: () => t("rapporteur"),
  observer: () => t("observer"),
  participant: () => t("participant"),
};

const host = document.getElementById("screen");
const said = document.getElementById("status");

render(home(), host);
document.getElementById("sign-out")?.addEventListener("click", () => go(post("/api/account/sign-out", {}, boot.csrf)));
const archives = document.getElementById("archives");
if (archives) archivePart(archives, (meeting) => opened(meeting, "/setup"));
const form = document.getElementById("new-meeting");
if (form) {
  plainForm(form, {
    missing: ({ title }) => (title.value.trim() ? {} : { title: t("Please write the meeting’s title.") }),
    async send({ title }) {
      const made = await post("/api/account/commands/meeting.create", { title: title.value, time_zone: here() }, boot.csrf);
      return made.ok ? opened(made.result.id, "/setup") : made;
    },
  });
}

// The clock of whoever sets the meeting up, where the server knows it.
function here() {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return boot.zones.includes(zone) ? zone : "UTC";
}

function home() {
  return html`<div class="head"><h1>${t("Meetings")}</h1>
      <p class="head__under">${parts(t("Signed in as {name}, {email}"), { name: html`<bdi>${account.name}</bdi>`, email: html`<bdi>${account.email}</bdi>` })}</p></div>
    <div class="stack stack--far">
    ${boot.backup ? backupTrouble(boot.backup) : nothing}
    ${meetings.length ? html`<ul class="meetings">${meetings.map(oneMeeting)}</ul>` : empty()}
    ${account.may_set_up ? html`${newMeeting()}<div id="archives"></div>` : nothing}</div>`;
}

function empty() {
  return html`<div class="empty"><p>${account.may_set_up ? t("No meeting yet. Begin with its title; everything else can be filled in and changed afterwards.") : t("No meeting yet. Once somebody makes you co-chair or secretariat of one and you open your link there, it stands here.")}</p></div>`;
}

function oneMeeting(meeting) {
  return html`<li class="meetings__row"><div class="meetings__what"><h2><bdi>${meeting.title}</bdi></h2>
      <p class="row"><span class="badge ${STATES[meeting.state].look}">${STATES[meeting.state]?.words() ?? meeting.state}</span>
        <span class="role">${ROLES[meeting.role]?.() ?? meeting.role}</span>
        ${meeting.is_opened ? html`<span class="badge">${t("from an archive")}</span>` : nothing}
        <span class="small quiet">${dates(meeting.dates)}</span></p></div>
    <div class="meetings__acts">${meeting.is_opened ? html`<button class="button button--quiet" type="button" @click=${({ currentTarget }) => removed(meeting, currentTarget)}>${t("Remove")}<span class="unseen"> ${meeting.title}</span></button>` : nothing}
    ${meeting.role === "secretariat" ? html`<button class="button button--quiet" type="button" @click=${({ currentTarget }) => open(meeting, currentTarget, `/m/${meeting.id}/setup#review/another-title`)}>${icon("copy")}${t("Plan another like it")}<span class="unseen"> ${meeting.title}</span></button>` : nothing}
    <button class="button ${meeting.state === "live" ? "button--primary" : ""}" type="button" @click=${({ currentTarget }) => open(meeting, currentTarget)}>${t("Open")}<span class="unseen"> ${meeting.title}</span>${icon("arrow-right", true)}</button></div></li>`;
}

function newMeeting() {
  return html`<form class="part" id="new-meeting" novalidate autocomplete="off"><div class="part__title"><h2>${t("New meeting")}</h2></div>
    <div class="banner banner--bad" id="new-meeting-trouble" role="alert" hidden></div>
    <div class="field"><label class="field__label" for="title">${t("Title of the meeting")}</label>
      <p class="field__hint" id="title-hint">${t("As it stands in the invitation. It can be changed later.")}</p>
      <div class="meetings__new"><input class="input" id="title" name="title" dir="auto" maxlength="600" aria-describedby="title-hint title-error" required>
      <button class="button button--primary" type="submit">${icon("plus")}${t("Set up")}</button></div>
      <p class="field__error" id="title-error" hidden></p></div></form>`;
}

async function open(meeting, button, page = "") {
  button.setAttribute("aria-busy", "true");
  await go(post("/api/account/open", { person: meeting.person }, boot.csrf), page);
  button.removeAttribute("aria-busy");
}

// Nobody has worked in it since, and its file opens again: so it is removed without a question.
async function removed(meeting, button) {
  button.setAttribute("aria-busy", "true");
  const why = await removeOpened(meeting);
  button.removeAttribute("aria-busy");
  if (!why) button.closest("li").remove();
  tell(why || t("“{title}” is removed. Its archive opens it again.", { title: meeting.title }));
}

function backupTrouble({ at }) {
  const day = at && new Intl.DateTimeFormat(locale(), { dateStyle: "long", timeStyle: "short" }).format(new Date(at));
  return html`<div class="banner banner--care"><div class="banner__words"><p>${t("The last backup could not be taken. Tell whoever runs this server.")}</p>
    <p>${day ? t("The last good backup is of {day}.", { day }) : t("There is no backup yet.")}</p></div></div>`;
}

async function opened(meeting, page) {
  const answer = await post("/api/account/open", { meeting }, boot.csrf);
  if (answer.ok) location.assign(`/m/${meeting}${page}`);
  return answer.ok ? null : answer;
}

async function go(asked, page = "") {
  const answer = await asked;
  if (answer.go) return location.assign(page || answer.go);
  tell(answer.why ?? "");
}

function tell(words) {
  said.classList.add("status--seen");
  said.textContent = words;
}

function dates(days) {
  if (!days.length) return t("No date yet");
  const format = new Intl.DateTimeFormat(locale(), { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const [first, last] = [days[0], days.at(-1)].map((day) => new Date(`${day}T00:00:00Z`));
  return days.length === 1 ? format.format(first) : format.formatRange(first, last);
}
