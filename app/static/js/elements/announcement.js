/** What the co-chairs say to everybody, on every screen that somebody may be looking at. */
import { html, nothing } from "../../vendor/lit-html.js";
import { boot, store } from "../core/boot.js";
import { icon } from "./icon.js";

export function announcement() {
  const message = store.get("meeting", boot.meeting_id)?.message;
  return message ? html`<div class="banner announcement" role="status">${icon("megaphone")}<p class="banner__words" dir="auto">${message}</p></div>` : nothing;
}
