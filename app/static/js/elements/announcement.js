/** What is said to everybody, on every screen that somebody may be looking at: the rooms are closing, the co-chairs' words. */
import { html, nothing } from "../../vendor/lit-html.js";
import { say } from "../core/announce.js";
import { boot, store } from "../core/boot.js";
import { t } from "../core/words.js";
import { icon } from "./icon.js";
import "./time-left.js";

let said;

/** Nothing of it outlives the meeting. */
export function announcement() {
  const { message, state } = store.get("meeting", boot.meeting_id) ?? {};
  return html`${closing()}${message && state !== "closed" ? html`<div class="banner announcement" role="status">${icon("megaphone")}<p class="banner__words" dir="auto">${message}</p></div>` : nothing}`;
}

/** When the open rooms close, while everybody is being called back; undefined otherwise. The banner is the one clock then. */
export function closingAt() {
  return store.all("round", ({ closing_at: at, state }) => at && state === "open")[0]?.closing_at;
}

function closing() {
  const ends = closingAt();
  // A banner that counts would be read out every second: its words are said once.
  if (ends && ends !== said) say(t("The rooms are closing. What you are writing is kept."));
  said = ends;
  return ends ? html`<div class="banner banner--recall banner--counts"><p class="banner__words"><span class="banner__title">${t("The rooms are closing")}</span><br>${t("What you are writing is kept.")}</p><time-left class="timer--big" ends=${ends}></time-left></div>` : nothing;
}
