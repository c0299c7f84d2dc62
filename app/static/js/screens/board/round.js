/** Opening a round, giving it time, and calling everybody back. */
import { html, nothing } from "../../../vendor/lit-html.js";
import { clock, redraw, refresh, store } from "../../core/boot.js";
import { number, parts, t, timeOfDay, tn } from "../../core/words.js";
import { modal } from "../../elements/modal.js";
import { icon } from "../../elements/icon.js";
import "../../elements/time-left.js";
import { notice } from "../../elements/shell.js";
import { act, close, presentPart, presentRound, roomsOf, row, show, view, undo } from "./state.js";

const COUNTED = 10;

/** The strip at the head of the board: what is on, the time left, and the acts that move everybody. */
export function nowStrip() {
  const round = presentRound();
  const part = presentPart();
  return html`<section class="now-strip" aria-labelledby="now-title">
    <div class="now-strip__what"><p class="small quiet">${part?.state === "running" ? t("On now") : t("Next")}</p>
      <h2 id="now-title">${part ? html`<bdi>${part.title}</bdi>` : t("All parts have ended")}</h2>
      ${round ? html`<p>${roundInWords(round)}</p>` : nothing}</div>
    ${round ? html`<div class="now-strip__time">${left(round)}</div><div class="row now-strip__acts">${acts(round)}</div>` : nothing}
  </section>`;
}

function roundInWords(round) {
  const rooms = tn("{n} room", "{n} rooms", roomsOf(round).length);
  if (round.state === "open") return t("Breakout round open since {time}, {rooms}", { time: timeOfDay(round.opened_at), rooms });
  if (round.state === "closed") return t("Breakout round closed at {time}, {rooms}", { time: timeOfDay(round.closed_at), rooms });
  return t("Breakout round not open yet, {rooms}", { rooms });
}

function left(round) {
  if (round.closing_at && (view.leaving || view.dialog === "close round")) return nothing;
  if (round.closing_at) return html`<time-left class="timer--big timer--closing" ends=${round.closing_at} aloud></time-left><p class="small quiet">${t("until the rooms close")}</p>`;
  const ends = roomsOf(round).filter((room) => room.state === "open").map((room) => room.ends_at).filter(Boolean).sort();
  if (!ends.length) return nothing;
  return html`<time-left class="timer--big" ends=${ends.at(-1)} aloud></time-left>${ends[0] === ends.at(-1) ? nothing : html`<p class="small quiet">${t("in the room that ends last")}</p>`}`;
}

function acts(round) {
  if (round.state === "closed") return nothing;
  if (round.closing_at) return html`<button class="button button--primary" type="button" @click=${() => stay(round)}>${t("Stop: keep the rooms open")}</button>`;
  if (round.state === "planned") return html`<button class="button button--primary" type="button" @click=${() => show("open round")}>${icon("door-open")}${t("Open the round")}</button>`;
  return html`<button class="button" type="button" @click=${() => extend(round, 10)}>${icon("plus")}${t("10 minutes more for all")}</button>
    <button class="button button--danger" type="button" @click=${() => show("close round")}>${icon("door-closed")}${t("Close the round")}</button>`;
}

async function extend(round, minutes) {
  const done = await act("round.extend", { round: round.id, minutes });
  if (done && minutes > 0) notice(t("All rooms have {minutes} minutes more.", { minutes }), undo(() => extend(round, -minutes)));
  else if (done) notice(t("The time is as it was before."));
}

/** The dialogs of the round, when one is open. */
export function roundDialogs() {
  const round = presentRound();
  if (view.dialog === "open round" && round) return openDialog(round);
  if ((view.dialog === "close round" || view.leaving) && round) return closeDialog(round);
  return nothing;
}

function openDialog(round) {
  const rooms = roomsOf(round);
  const placed = rooms.reduce((sum, room) => sum + row(room).people, 0);
  const shut = sessionToOpen(round);
  const open = async (event) => {
    event.preventDefault();
    const minutes = Number(event.target.elements.minutes.value);
    if (shut && !(await act("session.open", { session: shut.id }))) return;
    if (await act("round.open", { round: round.id, minutes })) { close(); notice(t("The round is open.")); }
  };
  return modal({
    title: t("Open the round"), close,
    body: html`<form id="open-round" class="stack" @submit=${open}>
      <p>${t("{rooms} open for {people}. Everybody sees the way to their room at once.", { rooms: tn("{n} room", "{n} rooms", rooms.length), people: tn("{n} person", "{n} people", placed) })}</p>
      ${shut ? html`<div class="banner banner--care"><p class="banner__words"><span class="banner__title">${parts("“{title}” is not open yet.", { title: html`<bdi>${shut.title}</bdi>` })}</span> ${effectOfOpening(shut)}</p></div>` : nothing}
      <div class="field"><label class="field__label" for="minutes">${t("Minutes")}</label>
        <input class="input input--short" id="minutes" name="minutes" type="number" min="1" max="600" required .value=${String(round.minutes ?? 45)}></div></form>`,
    foot: html`<button class="button" type="button" @click=${close}>${t("Not yet")}</button><button class="button button--primary" form="open-round">${shut ? t("Open the session and the rooms") : t("Open")}</button>`,
  });
}

// Rooms open only within a session that is open; one press does both.
function sessionToOpen(round) {
  const session = store.get("session", store.get("part", round.part)?.session);
  return session?.state === "open" ? undefined : session;
}

function effectOfOpening(session) {
  const other = store.all("session", ({ id, state }) => state === "open" && id !== session.id)[0];
  return other ? parts("It opens with the rooms, and “{other}” closes.", { other: html`<bdi>${other.title}</bdi>` }) : t("It opens with the rooms.");
}

function closeDialog(round) {
  const rooms = roomsOf(round).filter((room) => room.state === "open");
  const effect = t("{rooms}, {people}", { rooms: tn("{n} room", "{n} rooms", rooms.length), people: tn("{n} person", "{n} people", rooms.reduce((sum, room) => sum + row(room).present, 0)) });
  const seconds = round.closing_at && Math.max(0, Math.ceil((Date.parse(round.closing_at) - clock.now()) / 1000));
  return modal({
    title: t("Close the round"), close: () => stay(round),
    body: html`<p class="quote">${t("This calls back {effect}.", { effect })}</p>
      <p>${t("Every screen counts down. Nothing is lost: what is being written is kept, and late points are marked “after close”.")}</p>
      ${round.closing_at ? html`<p class="row" role="timer"><span class="countdown">${number(seconds)}</span> ${t("seconds until the rooms close")}</p>` : nothing}`,
    foot: html`<button class="button ${round.closing_at ? "button--primary" : ""}" type="button" @click=${() => stay(round)}>${round.closing_at ? t("Stop: keep the rooms open") : t("Keep them open")}</button>
      ${round.closing_at ? nothing : html`<button class="button button--danger button--primary" type="button" aria-busy=${view.leaving ? "true" : nothing} @click=${() => leave(round)}>${t("Close {effect}", { effect })}</button>`}`,
  });
}

// The server counts too: the rooms close even when this page has gone by then.
async function leave(round) {
  if (view.leaving) return;
  view.leaving = setInterval(() => (presentRound()?.state === "open" ? refresh() : closed()), 250);
  if (!(await act("round.recall", { round: round.id, seconds: COUNTED }))) return forget();
  // The button that was pressed is gone; the one that stops it all takes its place.
  redraw();
  document.querySelector(".dialog__foot .button")?.focus();
}

function closed() {
  forget();
  notice(t("The round is closed. Everybody is called back to plenary."));
}

async function stay(round) {
  forget();
  if (presentRound()?.closing_at && (await act("round.keep_open", { round: round.id }))) notice(t("The rooms stay open."));
}

function forget() {
  clearInterval(view.leaving);
  view.leaving = null;
  close();
}
