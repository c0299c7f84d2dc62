/** What the big screen can show, one function for each view. Lists that may be long carry data-pages: they are turned over when they do not fit. */
import { html, nothing } from "../../../vendor/lit-html.js";
import { list } from "../../core/lists.js";
import { number, parts, t, tn } from "../../core/words.js";
import { delegationName } from "../delegation-names.js";
import { inThrees } from "../figures.js";
import { kindWords } from "../kinds.js";
import "../time-left.js";
import { endOf, roundOnStage, speakersOf, takenIn } from "./facts.js";
import { address, picture } from "./way-in.js";

export const views = { join, now, rooms: breakouts, takeaways, "report-back": reports, message, blank: () => nothing };

function join({ meeting }) {
  if (!meeting.join_code) return title(meeting.title, meeting.process);
  return html`${picture("stage__qr--huge")}
    <div class="stage__ways"><h1>${t("Join on your phone")}</h1>
      <p>${t("Point the camera at the picture, or open")}</p><p class="stage__address--huge"><bdi>${address()}</bdi></p>
      <p>${t("and type the code")}</p><p class="stage__code--huge"><bdi>${inThrees(meeting.join_code)}</bdi></p></div>`;
}

function now({ meeting, sessions, parts: run, part, rooms }) {
  if (!part) return title(between(meeting, run), meeting.process);
  const own = rooms.filter((room) => room.part === part.id);
  if (part.kind === "breakouts" && own.length && own.every(({ state }) => state === "closed")) return title(t("Back to plenary"), t("The breakout rooms have closed."), part.title);
  return html`<div class="stage__now"><p class="stage__over"><bdi>${sessions.find(({ id }) => id === part.session)?.title}</bdi></p><h1><bdi>${part.title}</bdi></h1>${time(endOf(part, own))}</div>${speakers(part)}`;
}

function between(meeting, run) {
  if (meeting.state === "closed") return t("Thank you");
  if (meeting.state === "planned") return t("Welcome");
  return run.some(({ state }) => state === "planned") ? t("A short pause") : t("Thank you");
}

function title(words, under, over) {
  return html`<div class="stage__now">${over ? html`<p class="stage__over"><bdi>${over}</bdi></p>` : nothing}<h1><bdi>${words}</bdi></h1>${under ? html`<p class="stage__under"><bdi>${under}</bdi></p>` : nothing}</div>`;
}

function time(ends) {
  return ends ? html`<time-left class="stage__time" ends=${ends}></time-left>` : nothing;
}

function breakouts(found) {
  const round = roundOnStage(found);
  const part = found.parts.find(({ id }) => id === round?.part);
  const own = found.rooms.filter((room) => room.round === round?.id);
  const choosing = round?.policy === "choice" && round.state === "planned";
  const last = endOf(undefined, own);
  return html`<div class="stage__now"><p class="stage__over"><bdi>${part?.title}</bdi></p><h1>${choosing ? t("Choose your room on your phone") : tn("{n} room", "{n} rooms", own.length)}</h1>
      ${own.length ? nothing : html`<p class="stage__under">${t("There are no breakout rooms in this meeting.")}</p>`}${time(last)}</div>
    <ul class="stage__rooms" data-pages data-many=${own.length > 6}>${own.map((room) => html`<li><span class="stage__number">${number(room.number)}</span><div><p class="stage__theme"><bdi>${room.title}</bdi></p>
      <p class="stage__small">${room.moderated_by ? html`<span>${parts(t("moderated by {who}"), { who: html`<bdi>${delegationName(room.moderated_by)}</bdi>` })}</span>` : nothing}<span>${peopleIn(room, choosing)}</span>
        ${room.ends_at && room.state === "open" && room.ends_at !== last ? html`<time-left ends=${room.ends_at}></time-left>` : nothing}</p></div></li>`)}</ul>`;
}

function peopleIn(room, choosing) {
  const taken = takenIn(room);
  if (choosing && room.capacity) {
    const free = room.capacity - (taken ?? 0);
    return free > 0 ? tn("{n} place free", "{n} places free", free) : html`<strong>${t("Full")}</strong>`;
  }
  return taken ? tn("{n} person", "{n} people", taken) : nothing;
}

// Only what was approved ever comes here: of the room that reports now, else of those that have reported.
function takeaways({ rooms, points }) {
  const speaking = rooms.filter(({ report }) => report === "speaking");
  const shown = speaking.length ? speaking : rooms.filter(({ report }) => report === "done");
  const [only] = shown.length === 1 ? shown : [];
  const ids = new Map(shown.map((room) => [room.id, room]));
  const theirs = shown.flatMap((room) => points.filter((point) => point.room === room.id));
  return html`<div class="stage__now stage__now--report">${only ? html`<p class="stage__over">${reportOf(only)}</p><h1><bdi>${only.title}</bdi></h1>${team(only)}` : html`<h1>${t("Takeaways")}</h1>`}</div>
    ${theirs.length ? html`<ol class="stage__points points" data-pages>${theirs.map((point) => html`<li class="point" data-kind=${point.kind}>
      <p class="point__kind">${only ? nothing : html`<span class="stage__room">${t("Room {n}", { n: number(ids.get(point.room).number) })} · </span>`}${kindWords(point.kind)}</p><p class="point__text" dir="auto">${point.text}</p></li>`)}</ol>`
    : html`<p class="stage__under">${t("Takeaways appear here when a room reports back.")}</p>`}`;
}

function reportOf(room) {
  const words = t("Report of room {number}", { number: number(room.number) });
  return room.moderated_by ? html`${words} · <bdi>${delegationName(room.moderated_by)}</bdi>` : words;
}

function team({ rapporteurs }) {
  return rapporteurs?.length ? html`<p class="stage__under stage__by">${parts(t("reported by {who}"), { who: html`<bdi>${list(rapporteurs)}</bdi>` })}</p>` : nothing;
}

function reports(found) {
  const round = roundOnStage(found);
  const own = found.rooms.filter((room) => room.round === round?.id);
  const next = own.find(({ report }) => report === "waiting");
  const words = { speaking: t("reporting now"), done: t("has reported"), next: t("next") };
  const stateOf = (room) => (room === next ? "next" : room.report);
  return html`<div class="stage__now"><h1>${t("Report-backs")}</h1>${own.length ? html`<p class="stage__under">${t("{done} of {n} rooms have reported", { done: number(own.filter(({ report }) => report === "done").length), n: number(own.length) })}</p>` : nothing}</div>
    <ul class="stage__rooms" data-pages data-many=${own.length > 6}>${own.map((room) => html`<li data-report=${stateOf(room)}><span class="stage__number">${number(room.number)}</span><div><p class="stage__theme"><bdi>${room.title}</bdi></p>
      <p class="stage__small">${room.moderated_by ? html`<span><bdi>${delegationName(room.moderated_by)}</bdi></span>` : nothing}<strong>${words[stateOf(room)] ?? nothing}</strong></p></div></li>`)}</ul>`;
}

function message({ meeting }) {
  return html`<p class="stage__said" dir="auto">${meeting.message || meeting.title}</p>`;
}

function speakers(part) {
  const found = speakersOf(part);
  return found.length ? html`<ul class="stage__speakers" data-pages>${found.map((speaker) => html`<li>${speaker.name ? html`<bdi>${speaker.name}</bdi>` : html`<bdi>${speaker.title || delegationName(speaker.delegation)}</bdi>`}
    <small><bdi>${[speaker.name ? speaker.title : "", speaker.name || speaker.title ? delegationName(speaker.delegation) : ""].filter(Boolean).join(", ")}</bdi></small></li>`)}</ul>` : nothing;
}
