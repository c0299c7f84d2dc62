/** What this person wrote and may no longer send from here: to be copied or given up, never lost without a word. */
import { html, nothing } from "../../vendor/lit-html.js";
import { boot, outbox, store } from "../core/boot.js";
import { t } from "../core/words.js";
import { refused } from "./refused.js";

const FIELDS = ["text", "narrative", "body", "lead_in"];

/** May this page still follow its room? */
export function roomIsOpenToMe() {
  return Boolean(store.get("room", boot.room)) && store.revision(`room:${boot.room}`) !== undefined;
}

/** The page when the room was taken from this person. */
export function roomIsGone() {
  const kept = outbox.refused.map((record) => ({ record, field: FIELDS.find((name) => record.data[name]) })).filter(({ field }) => field);
  return html`
    <h1>${t("This room is no longer open to you")}</h1>
    <p>${t("Your part in it was ended by a co-chair or the secretariat. What you wrote and was not sent is kept on this device.")}</p>
    ${boot.links?.now ? html`<p><a class="button" href=${boot.links.now}>${t("Go to Now")}</a></p>` : nothing}
    ${kept.length ? html`<ul class="points">${kept.map(({ record, field }) => html`<li class="point point--refused"><p class="point__text" dir="auto">${record.data[field]}</p>${refused(record, { field })}</li>`)}</ul>` : nothing}`;
}
