/** What a room is and how long it has, at the head of its screens. */
import { html, nothing } from "../../vendor/lit-html.js";
import { boot, store } from "../core/boot.js";
import { parts, t, timeOfDay } from "../core/words.js";
import { delegationName } from "./delegation-names.js";
import { announcement, closingAt } from "./announcement.js";
import "./time-left.js";

/** The room of this page, or undefined when it may not be seen any more. */
export function thisRoom() {
  return store.get("room", boot.room);
}

export function roomHead(room, { big = true } = {}) {
  return html`${announcement()}${onStage(room)}
    <header class="head room-head">
      <div class="room-head__words">
        <p class="head__over">${room.kind === "plenary" ? t("Plenary") : t("Room {n}", { n: room.number })}
          ${room.moderated_by ? html` · ${parts(t("moderated by {who}"), { who: html`<bdi>${delegationName(room.moderated_by)}</bdi>` })}` : nothing}</p>
        <h1><bdi>${room.title || t("Room {n}", { n: room.number })}</bdi></h1>
      </div>
      ${timeOf(room, big)}
    </header>`;
}

// The room has closed by then, and its team may still be writing here.
function onStage(room) {
  return room.report === "speaking" ? html`<div class="banner banner--care" role="status"><p class="banner__words"><strong class="banner__title">${t("Your group reports to plenary now.")}</strong></p></div>` : nothing;
}

/** When this room ends, to be counted down to; undefined where it is not open, or the banner counts already. */
export function endOf(room) {
  return room.state === "open" && !(room.kind === "breakout" && closingAt()) ? room.ends_at : undefined;
}

function timeOf(room, big) {
  const ends = endOf(room);
  if (ends) return html`<time-left class=${big ? "timer--big" : ""} ends=${ends} aloud></time-left>`;
  if (room.state === "open" && room.ends_at) return nothing;
  if (room.state === "closed") return html`<p class="badge">${room.closed_at ? t("closed at {time}", { time: timeOfDay(room.closed_at) }) : t("closed")}</p>`;
  return html`<p class="badge ${room.state === "open" ? "badge--live" : ""}">${room.state === "open" ? t("open") : t("not open yet")}</p>`;
}

/** The way into the video room, or nothing when there is none. Links come from people: only web addresses are made clickable. */
export function videoLink(room) {
  const link = store.get("room_door", room.id)?.video_link;
  if (!link) return nothing;
  if (!/^https?:\/\//i.test(link)) return html`<p>${t("Video room:")} <bdi>${link}</bdi></p>`;
  return html`<a class="button" href=${link} target="_blank" rel="noopener noreferrer">${t("Open the video room")}</a>`;
}
