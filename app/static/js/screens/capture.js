/** Capture: the rapporteur writes down what the room will report back. */
import { html, nothing } from "../../vendor/lit-html.js";
import { others, say } from "../core/announce.js";
import { ask, boot, clock, outbox, refresh, start, store } from "../core/boot.js";
import { t, timeOfDay, tn } from "../core/words.js";
import { Composer } from "../elements/composer.js";
import { icon } from "../elements/icon.js";
import { roomIsGone, roomIsOpenToMe } from "../elements/kept-texts.js";
import { listenForKeys, showKeys } from "../elements/keys-help.js";
import { isMine } from "../elements/mine.js";
import { PointList } from "../elements/point-list.js";
import { hearProposals, proposals, proposalsLink } from "../elements/proposals.js";
import { endOf, roomHead, thisRoom, videoLink } from "../elements/room-head.js";
import { SharedText } from "../elements/shared-text.js";
import { notice, showLine } from "../elements/shell.js";

const LATE_TEXT_IS_TAKEN = 600000;

const composer = new Composer({ field: `capture:${boot.room}`, add, up: () => list.editLast(), undo: () => list.undo() });
const list = new PointList({ room: boot.room, back: () => composer.focus() });
const words = new SharedText({ name: "room.narrate", target: { room: boot.room }, fields: ["narrative", "lead_in"], thing: () => store.get("room_text", boot.room) });

start(view);
showLine();
listenForKeys({ undo: () => list.undo() });
store.watch(hearOthers);
hearProposals(boot.room);
// With a keyboard, a person writes at once; on a phone the keys would cover what is there to read.
if (matchMedia("(pointer: fine)").matches) document.getElementById(composer.id)?.focus({ preventScroll: true });
setInterval(() => thisRoom()?.state === "closed" && refresh(), 15000);

function view() {
  const room = thisRoom();
  if (!roomIsOpenToMe()) return roomIsGone();
  const late = room.state === "closed" && clock.now() - Date.parse(room.closed_at) > LATE_TEXT_IS_TAKEN;
  return html`
    ${roomHead(room, { big: false })}
    ${closedBanner(room, late)}
    <div class="split split--side">
      <section class="part capture" aria-labelledby="points-title">
        <div class="part__title"><h2 id="points-title">${t("Points")}</h2>
          <span class="part__act">${count()} <button type="button" class="button button--quiet" @click=${showKeys}>${icon("keyboard")}${t("Keys")}</button></span></div>
        ${list.view({ empty: t("No points yet. Write the first one below; everybody in the room sees it at once.") })}
        <div class="capture__composer">${composer.view({ hint: room.state === "closed" ? t("The room is closed: points are marked “after close”.") : undefined, ends: endOf(room), unattributed: room.attribution !== "attributed", aside: proposalsLink(room), closed: late ? t("The room no longer takes points. What you write stays on this device and can be copied.") : undefined })}</div>
      </section>
      <div class="stack stack--far">
        ${room.question ? html`<section class="part" aria-labelledby="question-title"><div class="part__title"><h2 id="question-title">${t("Question")}</h2></div><p class="quote" dir="auto">${room.question}</p><p class="row">${videoLink(room)}</p></section>` : html`<p class="row">${videoLink(room)}</p>`}
        ${proposals(room, { undo: (act) => list.undo(act) })}
        <section class="part" aria-labelledby="words-title">
          <div class="part__title"><h2 id="words-title">${t("For the summary")}</h2></div>
          ${words.view("narrative", { label: t("What was discussed"), hint: t("Two or three sentences"), rows: 6 })}
          ${words.view("lead_in", { label: t("The sentence before the points"), rows: 2, className: "input--lead" })}
        </section>
      </div>
    </div>`;
}

function count() {
  const rows = list.rows();
  const chosen = rows.filter(({ thing }) => thing.state === "approved").length;
  return `${tn("{n} point", "{n} points", rows.length)} · ${tn("{n} for report-back", "{n} for report-back", chosen)}`;
}

function closedBanner(room, late) {
  if (room.state !== "closed") return nothing;
  const at = timeOfDay(room.closed_at);
  return html`<div class="banner banner--care" role="note"><p class="banner__words"><strong class="banner__title">${t("The room closed at {at}.", { at })}</strong>
    ${late ? t("It takes no more points.") : t("Points are still taken until {until} and marked “after close”.", { until: timeOfDay(new Date(Date.parse(room.closed_at) + LATE_TEXT_IS_TAKEN)) })}</p></div>`;
}

async function add({ text, kind, tags }) {
  say(t("Point added"));
  const { id, answered } = ask("takeaway.capture", { room: boot.room, text, kind, tags, after: null });
  list.reveal(id);
  const answer = await answered;
  if (!answer.ok) notice(t("A point was not accepted: {why}", { why: answer.why }));
  else if (answer.notices?.length) notice(answer.notices.join(" "));
}

function hearOthers({ event, stream, changes }) {
  if (stream !== `room:${boot.room}` || !event?.startsWith("takeaway.") || isMine(changes, outbox.list)) return;
  if (event === "takeaway.captured") others("captured", (n) => tn("{n} new point from others.", "{n} new points from others.", n));
  else others("changed", (n) => tn("{n} change by others.", "{n} changes by others.", n));
}
