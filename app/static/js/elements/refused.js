/** A text the server did not take: the reason, the text itself, and what can be done with it. It stays until the person decides. */
import { html, nothing } from "../../vendor/lit-html.js";
import { outbox } from "../core/boot.js";
import { say } from "../core/announce.js";
import { here, t } from "../core/words.js";
import { copy } from "./copy.js";

/** `record` is the refused ask; `field` the text in its data; `edit()` opens an editor on it. */
export function refused(record, { field = "text", edit } = {}) {
  const mine = record.data[field] ?? "";
  if (record.code === "conflict" && record.theirs) return conflict(record, { field, mine, edit });
  const again = !["forbidden", "not_found", "invalid"].includes(record.code);
  return html`
    <div class="refused stack stack--near" role="group" aria-label=${t("Not accepted")}>
      <p><strong>${t("Not accepted:")}</strong> ${here(record.why)}</p>
      ${Object.values(record.fields ?? {}).filter((why) => why !== record.why).map((why) => html`<p class="field__error">${why}</p>`)}
      <p class="row">
        ${again ? html`<button type="button" class="button" @click=${() => outbox.again(record.id)}>${t("Send again")}</button>` : nothing}
        ${edit ? html`<button type="button" class="button" @click=${edit}>${t("Edit")}</button>` : nothing}
        ${copyButton(mine)}
        <button type="button" class="button button--quiet button--danger" @click=${() => outbox.discard(record.id)}>${t("Discard")}</button>
      </p>
    </div>`;
}

function conflict(record, { field, mine, edit }) {
  const theirs = record.theirs[field] ?? "";
  const version = record.theirs.version;
  return html`
    <div class="refused stack stack--near" role="group" aria-label=${t("Two versions")}>
      <p><strong>${t("Somebody changed this while you were writing.")}</strong> ${t("Both texts are kept until you choose.")}</p>
      <div class="columns">
        <div><p class="point__kind">${t("Theirs")}</p><p class="refused__text" dir="auto">${theirs}</p></div>
        <div><p class="point__kind">${t("Mine")}</p><p class="refused__text" dir="auto">${mine}</p></div>
      </div>
      <p class="row">
        <button type="button" class="button" @click=${() => { outbox.discard(record.id); say(t("Their text is used.")); }}>${t("Use theirs")}</button>
        <button type="button" class="button" @click=${() => { outbox.again(record.id, { base: version }); say(t("Your text is used.")); }}>${t("Keep mine")}</button>
        ${edit ? html`<button type="button" class="button" @click=${edit}>${t("Edit together")}</button>` : nothing}
        ${copyButton(mine)}
      </p>
    </div>`;
}

function copyButton(text) {
  const run = async () => say((await copy(text)) ? t("Copied") : t("Copying does not work here: select the text instead."));
  return html`<button type="button" class="button button--quiet" @click=${run}>${t("Copy")}</button>`;
}
