/** One sentence to everybody: it stands on every screen until it is taken away. */
import { html, nothing } from "../../../vendor/lit-html.js";
import { boot } from "../../core/boot.js";
import { draft, keepDraft } from "../../core/drafts.js";
import { t } from "../../core/words.js";
import { icon } from "../../elements/icon.js";
import { notice } from "../../elements/shell.js";
import { act, meeting, undo } from "./state.js";

const KEPT = "announcement";

export function announcement() {
  const said = meeting().message;
  return html`<section class="part"><div class="part__title"><h2>${t("Announcement")}</h2></div>
    ${said ? html`<div class="banner"><p class="banner__words"><span class="small quiet">${t("On every screen:")}</span> <bdi>${said}</bdi></p>
      <div class="banner__acts"><button class="button" type="button" @click=${() => withdraw(said)}>${t("Take it away")}</button></div></div>` : nothing}
    <form class="stack stack--near" @submit=${send}><label class="field__label" for="message">${said ? t("Say something else") : t("Say to everybody")}</label>
      <textarea class="input" id="message" name="message" rows="2" maxlength="500" dir="auto" .value=${draft(KEPT)} @input=${({ target }) => keepDraft(KEPT, target.value)}></textarea>
      <div class="row row--end"><button class="button" type="submit">${icon("megaphone")}${t("Announce")}</button></div></form></section>`;
}

async function send(event) {
  event.preventDefault();
  const field = event.target.elements.message;
  const message = field.value.trim();
  if (!message) return field.focus();
  const before = meeting().message;
  if (!(await say(message))) return;
  field.value = "";
  keepDraft(KEPT, "");
  notice(t("Everybody sees the announcement now."), undo(() => say(before)));
}

async function withdraw(said) {
  if (await say("")) notice(t("The announcement is gone."), undo(() => say(said)));
}

const say = (message) => act("meeting.say", { meeting: boot.meeting_id, message });
