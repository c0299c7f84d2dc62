/** The big screen: join code, what is now, the time, who is here, the points on stage, the message. Nothing private, nothing to press. */
import { html, nothing } from "../../vendor/lit-html.js";
import { boot, line, start, store } from "../core/boot.js";
import { number, t } from "../core/words.js";
import { pointsToRead } from "../elements/points.js";
import { showLine } from "../elements/shell.js";
import "../elements/time-left.js";

const SMALLEST = 0.4;

start(screen);
showLine();
stayAwake();
addEventListener("resize", fit);
store.watch(keepCode);
if (boot.me?.roles.some(({ role }) => role === "display")) line.watch(letGo);

// The code in the picture came with the page; after it was changed, a new picture is needed.
function keepCode() {
  const code = store.get("meeting", boot.meeting_id)?.join_code;
  if (code && boot.join_url && !boot.join_url.endsWith(code)) location.reload();
}

// A screen that was ended shows a code again, for its next meeting.
function letGo(status) {
  if (status === "signed out") location.assign("/screen");
}

function screen() {
  requestAnimationFrame(fit);
  const meeting = store.get("meeting", boot.meeting_id) ?? {};
  const speaking = store.all("room", (room) => room.report === "speaking")[0];
  return html`<div class="stage">
    <header class="stage__head"><p class="stage__meeting"><bdi>${meeting.title}</bdi></p>${here()}</header>
    ${meeting.message ? html`<p class="stage__message" role="status" dir="auto">${meeting.message}</p>` : nothing}
    <div class="stage__body">${speaking ? report(speaking) : present(meeting)}</div>
    ${join(meeting)}</div>`;
}

// Nobody can scroll here: a point below the edge would not have been reported.
function fit() {
  const body = document.querySelector(".stage__body");
  for (let size = 1; size >= SMALLEST; size -= 0.05) {
    body.style.setProperty("--fit", size);
    if (body.scrollHeight <= body.clientHeight) return;
  }
}

function here() {
  const all = store.get("tally", "overall");
  if (!all) return nothing;
  const figures = [[all.present, t("here now")], [all.people, t("people")], [all.member_states, t("Member States")]];
  return html`<dl class="stage__figures">${figures.map(([figure, words]) => html`<div><dt>${words}</dt><dd>${number(figure)}</dd></div>`)}</dl>`;
}

function present(meeting) {
  const parts = store.all("part");
  const part = parts.find((one) => one.state === "running");
  if (!part) return html`<div class="stage__now"><h1><bdi>${meeting.state === "closed" ? t("Thank you") : meeting.state === "planned" ? t("Welcome") : t("A short pause")}</bdi></h1><p class="stage__under">${meeting.process ? html`<bdi>${meeting.process}</bdi>` : nothing}</p></div>`;
  const rooms = store.all("room", (room) => room.kind === "breakout" && room.part === part.id && room.state === "open").sort((a, b) => a.number - b.number);
  if (!rooms.length && calledBack(part)) return html`<div class="stage__now"><p class="stage__over"><bdi>${part.title}</bdi></p><h1>${t("Back to plenary")}</h1><p class="stage__under">${t("The breakout rooms have closed.")}</p></div>`;
  return html`<div class="stage__now"><p class="stage__over"><bdi>${store.get("session", part.session)?.title}</bdi></p><h1><bdi>${part.title}</bdi></h1>${time(part, rooms)}</div>
    ${rooms.length ? html`<ul class="stage__rooms">${rooms.map((room) => html`<li><span class="stage__number">${number(room.number)}</span><span><bdi>${room.title}</bdi>${room.moderated_by ? html`<small>${t("Moderated by")} <bdi>${room.moderated_by}</bdi></small>` : nothing}</span></li>`)}</ul>` : speakers(part)}`;
}

function calledBack(part) {
  return store.all("room", (room) => room.kind === "breakout" && room.part === part.id && room.state === "closed").length > 0;
}

function time(part, rooms) {
  const ends = rooms.map((room) => room.ends_at).filter(Boolean).sort().at(-1)
    ?? (part.started_at && part.minutes && new Date(Date.parse(part.started_at) + part.minutes * 60000).toISOString());
  return ends ? html`<time-left class="stage__time" ends=${ends}></time-left>` : nothing;
}

function speakers(part) {
  const found = store.all("speaker", (speaker) => speaker.part === part.id).sort((a, b) => a.position - b.position);
  return found.length ? html`<ul class="stage__speakers">${found.map((speaker) => html`<li><bdi>${speaker.name}</bdi><small><bdi>${[speaker.title, speaker.delegation].filter(Boolean).join(", ")}</bdi></small></li>`)}</ul>` : nothing;
}

function report(room) {
  return html`<div class="stage__now stage__now--report"><p class="stage__over">${t("Report of room {number}", { number: number(room.number) })}${room.moderated_by ? html` · <bdi>${room.moderated_by}</bdi>` : nothing}</p><h1><bdi>${room.title}</bdi></h1></div>
    <div class="stage__points">${pointsToRead(store.all("stage_point", (point) => point.room === room.id))}</div>`;
}

function join(meeting) {
  if (!meeting.join_code || meeting.state === "closed") return html`<footer class="stage__join"><p id="line" class="line" data-state="live"></p></footer>`;
  return html`<footer class="stage__join">
    ${boot.qr ? html`<img class="stage__qr" src=${boot.qr} alt=${t("QR code of the address to join at")}>` : nothing}
    <p>${t("Join at")} <bdi class="stage__address">${(boot.join_url ?? "").replace(/^https?:\/\//, "").replace(/\/j\/.*$/, "")}</bdi></p>
    <p>${t("with the code")} <bdi class="stage__code">${meeting.join_code.replace(/(\d{3})(?=\d)/g, "$1 ")}</bdi></p></footer>`;
}

// A screen in a hall must not fall asleep; on plain http the projector's own settings have to see to it.
async function stayAwake() {
  const keep = () => navigator.wakeLock?.request("screen").catch(() => {});
  await keep();
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && keep());
}
