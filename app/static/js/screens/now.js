/** Now, on a phone: what is happening, the time left, one main action, my group, and what it captured so far. */
import { html, nothing } from "../../vendor/lit-html.js";
import { boot, line, refresh, start, store } from "../core/boot.js";
import { number, parts, t, tn } from "../core/words.js";
import { delegationName } from "../elements/delegation-names.js";
import { announcement, closingAt } from "../elements/announcement.js";
import { icon } from "../elements/icon.js";
import "../elements/menus.js";
import { pointsToRead } from "../elements/points.js";
import { showLine } from "../elements/shell.js";
import "../elements/time-left.js";

let choosing;
let followed = roomsOf(boot.me);
await learnToChoose();

store.watch(keepUp);
start(now);
showLine();
showTheWay(boot.me);

// Being moved to another room changes what this person may follow.
function keepUp() {
  learnToChoose();
  const me = store.get("me", boot.me?.id);
  if (!me) return;
  const rooms = roomsOf(me);
  for (const room of rooms) if (!followed.includes(room)) line.follow(room);
  for (const room of followed) if (!rooms.includes(room)) line.unfollow(room);
  followed = rooms;
  showTheWay(me);
}

// The row of pages came with this page: whoever is given a room, or another one, finds the way to it there at once.
function showTheWay(me) {
  const room = myRoom(me ?? {});
  if (!room || looksOn(me)) return;
  const own = `/m/${boot.meeting_id}/`;
  const list = document.querySelector(".masthead .links:not(.links--languages) ul") ?? rowOfPages(own);
  const shown = list.querySelector(`[href^="${own}room/"]`) ?? link(t("My room"), list.querySelector(`[href="${own}now"]`)?.parentElement);
  shown.href = `${own}room/${room.id}`;
}

function rowOfPages(own) {
  const row = document.createElement("nav");
  row.className = "links";
  row.ariaLabel = t("Pages");
  row.append(document.createElement("ul"));
  document.querySelector(".masthead").append(row);
  Object.assign(link(t("Now"), null, row.firstChild), { href: `${own}now`, ariaCurrent: "page" });
  return row.firstChild;
}

function link(words, before, list = before.parentElement) {
  const made = document.createElement("a");
  made.textContent = words;
  const item = document.createElement("li");
  item.append(made);
  if (before) before.after(item);
  else list.append(item);
  return made;
}

// Most meetings place their people: only where they choose is that fetched, before the first drawing, so that nothing jumps.
async function learnToChoose() {
  if (choosing || !store.all("round", ({ policy }) => policy === "choice").length) return;
  choosing = await import("../elements/choose-room.js");
  refresh();
}

function roomsOf(me) {
  return (me?.rooms ?? []).map((room) => (looksOn(me) ? `room:${room}:door` : `room:${room}`));
}

// Observers sit in a room and read none of its drafts.
function looksOn(me) {
  return me?.roles?.some(({ role }) => role === "observer");
}

function now() {
  const me = store.get("me", boot.me?.id) ?? boot.me ?? {};
  const meeting = store.get("meeting", boot.meeting_id);
  if (!meeting) return nothing;
  const room = myRoom(me);
  return html`${recall(room)}${announcement()}${happening(meeting, room, me)}${choosing ? choosing.chooseRoom(me) : nothing}${speaking() ? [stage(), group(room, me)] : [group(room, me), stage()]}${later(meeting)}`;
}

// Being called back must not be missed, whatever part of the page is on the screen.
function recall(room) {
  if (room?.state !== "closed" || partOf(room)?.state !== "running") return nothing;
  return html`<div class="banner banner--recall" role="status"><p class="banner__words"><span class="banner__title">${t("Back to plenary")}</span><br>${t("Your room has closed. What you wrote is kept.")}</p></div>`;
}

function happening(meeting, room, me) {
  const part = runOfShow().find((one) => one.state === "running") ?? withOpenRooms();
  if (meeting.state === "closed") return headline(t("The meeting is closed"), "", html`<p class="head__under">${t("Thank you for taking part. The co-chairs’ summary follows.")}</p>`);
  if (!part) return headline(between(meeting), "", html`<p class="head__under">${onStage()}${t("This page shows by itself what comes next.")}</p>`);
  const session = store.get("session", part.session);
  const inRoom = part.kind === "breakouts" && room?.state === "open";
  // What counts down to the closing is the banner above.
  const ends = closingAt() ? undefined : inRoom ? room.ends_at : roundEnd(part);
  if (part.kind === "breakouts" && !inRoom && calledBack(part)) return headline(part.title, session?.title, html`<p class="head__under">${t("The breakout rooms have closed. This page shows by itself what comes next.")}</p>`);
  return html`${headline(part.title, session?.title, ends ? html`<time-left class="timer--big" ends=${ends} aloud></time-left>` : part.kind === "breakouts" ? nothing : partTime(part))}
    ${inRoom ? goToMyRoom(room, me) : part.kind === "breakouts" ? waitingForRoom(part, room, me) : speakers(part)}`;
}

function between(meeting) {
  if (meeting.state === "planned") return t("The meeting has not begun");
  if (reporting()) return t("Report-backs");
  return runOfShow().some(({ state }) => state === "planned") ? t("A short pause") : t("All sessions have ended");
}

function headline(title, over, under) {
  return html`<div class="head now__head">${over ? html`<p class="head__over"><bdi>${over}</bdi></p>` : nothing}<h1><bdi>${title}</bdi></h1>${under}</div>`;
}

// Whoever has no room waits for the same end as everybody else.
function roundEnd(part) {
  return store.all("room", (room) => room.part === part.id && room.state === "open" && room.ends_at).map((room) => room.ends_at).sort().at(-1);
}

function calledBack(part) {
  const rooms = store.all("room", (room) => room.part === part.id && room.kind === "breakout");
  return rooms.some(({ state }) => state === "closed") && !rooms.some(({ state }) => state === "open");
}

function partTime(part) {
  if (!part.minutes || !part.started_at) return nothing;
  return html`<time-left ends=${new Date(Date.parse(part.started_at) + part.minutes * 60000).toISOString()}></time-left>`;
}

function goToMyRoom(room, me) {
  const link = store.get("room_door", room.id)?.video_link;
  const page = `/m/${boot.meeting_id}/room/${room.id}`;
  if (looksOn(me)) return link ? html`<a class="button button--primary button--big button--wide" href=${link} target="_blank" rel="noopener noreferrer">${icon("video")}${t("Join my room by video")}</a>` : nothing;
  if (!link) return html`<a class="button button--primary button--big button--wide" href=${page}>${t("Go to my room")}${icon("arrow-right", true)}</a>`;
  return html`<div class="stack stack--near"><a class="button button--primary button--big button--wide" href=${link} target="_blank" rel="noopener noreferrer">${icon("video")}${t("Join my room by video")}</a>
    <a class="button button--quiet button--wide" href=${page}>${t("Follow my room here")}${icon("arrow-right", true)}</a></div>`;
}

function waitingForRoom(part, room, me) {
  if (room?.part === part.id || choosing?.roundToChoose(me)) return nothing;
  const task = boot.links?.capture ?? boot.links?.moderate;
  if (task) return html`<a class="button button--primary button--big button--wide" href=${task}>${boot.links.capture ? t("Go to capture") : t("Go to my console")}${icon("arrow-right", true)}</a>`;
  if (!roundIsOpen(part)) return html`<p class="banner">${t("You have no breakout room yet. The secretariat gives you one in a moment; stay on this page.")}</p>`;
  return html`<div class="banner" role="status"><p class="banner__words"><span class="banner__title">${t("The rooms are open, and you have none yet.")}</span><br>${t("The secretariat places you in one, and the way to it appears here by itself. If it takes long, ask for it in the video meeting.")}</p></div>`;
}

function speakers(part) {
  const found = store.all("speaker", (speaker) => speaker.part === part.id).sort((a, b) => a.position - b.position);
  if (!found.length) return nothing;
  return html`<ul class="speakers">${found.map((speaker) => html`<li><strong><bdi>${speaker.name}</bdi></strong>
    <span class="small quiet"><bdi>${[speaker.title, delegationName(speaker.delegation)].filter(Boolean).join(", ")}</bdi></span></li>`)}</ul>`;
}

function group(room, me) {
  if (!room) return nothing;
  const points = store.all("takeaway", (point) => point.room === room.id);
  return html`<section class="part"><div class="part__title"><h2>${t("My group")}</h2><p class="part__act">${t("Room {number}", { number: number(room.number) })}</p></div>
    <div class="stack stack--near"><h3><bdi>${room.title}</bdi></h3>${room.moderated_by ? html`<p class="small quiet">${t("Moderated by")} <bdi>${delegationName(room.moderated_by)}</bdi></p>` : nothing}
      ${room.question ? html`<p class="quote now__question" dir="auto">${room.question}</p>` : nothing}</div>
    ${looksOn(me) ? nothing : points.length ? html`<p class="small quiet">${tn("{n} point captured so far", "{n} points captured so far", points.length)}</p>${pointsToRead(points, { tight: true })}`
      : html`<p class="empty">${t("Nothing captured yet. Points appear here as the rapporteur writes them down.")}</p>`}</section>`;
}

// A round may be open while no part is marked as on.
function withOpenRooms() {
  return runOfShow().find((part) => part.kind === "breakouts" && roundIsOpen(part));
}

function roundIsOpen(part) {
  return store.all("round", (round) => round.part === part.id && round.state === "open").length > 0;
}

// Between two reports of a round its report-back goes on.
function reporting() {
  const rooms = store.all("room", ({ kind, state }) => kind === "breakout" && state === "closed");
  const begun = new Set(rooms.filter(({ report }) => report !== "waiting").map(({ round }) => round));
  return rooms.some(({ report, round }) => report === "speaking" || (report === "waiting" && begun.has(round)));
}

function onStage() {
  const room = store.all("room", ({ report }) => report === "speaking")[0];
  return room ? html`${parts("{room} reports to plenary now.", { room: html`<bdi>${room.title}</bdi>` })} ` : nothing;
}

function speaking() {
  return store.all("room", (room) => room.report === "speaking").length > 0;
}

function stage() {
  const rooms = store.all("room", (room) => room.report !== "waiting").sort((a, b) => (b.report === "speaking") - (a.report === "speaking") || a.number - b.number);
  if (!rooms.length) return nothing;
  return html`<section class="part"><div class="part__title"><h2>${t("Report-backs")}</h2></div>${rooms.map((room) => html`
    <details class="now__report" ?open=${room.report === "speaking"}><summary><bdi>${room.title}</bdi>
      ${room.report === "speaking" ? html`<span class="badge badge--live">${icon("mic")}${t("on stage")}</span>` : html`<span class="badge">${t("given")}</span>`}</summary>
    ${pointsToRead(store.all("stage_point", (point) => point.room === room.id), { tight: true })}</details>`)}</section>`;
}

function later(meeting) {
  const next = runOfShow().filter((part) => part.state === "planned").slice(0, 3);
  if (!next.length || meeting.state === "closed") return nothing;
  return html`<section class="part"><div class="part__title"><h2>${t("Next")}</h2></div><ol class="run">${next.map((part) => html`<li><bdi>${part.title}</bdi>${part.minutes ? html` <span class="quiet small">${tn("{n} minute", "{n} minutes", part.minutes)}</span>` : nothing}</li>`)}</ol></section>`;
}

function runOfShow() {
  const place = new Map(store.all("session").map((session) => [session.id, session.position]));
  return store.all("part").sort((a, b) => place.get(a.session) - place.get(b.session) || a.position - b.position);
}

// A person may have been in a room of each round: the open one counts, else the latest.
function myRoom(me) {
  const mine = (me.rooms ?? []).map((id) => store.get("room", id)).filter((room) => room?.kind === "breakout");
  return mine.find((room) => room.state === "open") ?? mine.at(-1);
}

function partOf(room) {
  return store.get("part", room.part);
}
