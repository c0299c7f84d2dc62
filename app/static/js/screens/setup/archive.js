/** The whole meeting as one file: taken out by its secretariat, who says what for. */
import { html, nothing } from "../../../vendor/lit-html.js";
import { boot, refresh } from "../../core/boot.js";
import { t } from "../../core/words.js";
import { icon } from "../../elements/icon.js";
import { notice } from "../../elements/shell.js";
import { mayEdit, view } from "./state.js";

export function archivePart() {
  if (!mayEdit()) return nothing;
  return html`<section class="part" id="archive"><div class="part__title"><h3>${t("The whole meeting as one file")}</h3></div>
    <p class="quiet">${t("Everything of it: the programme, people with their tasks and e-mail addresses, points with their authors, who was there, the summary as it was edited. Any Rapport opens it again, under “Meetings”. Ways in are never in it.")}</p>
    <form class="plan__add" novalidate @submit=${take}><div class="field"><label class="field__label" for="archive-purpose">${t("What it is for")}</label>
      <p class="field__hint" id="archive-hint">${t("Stands in the timeline, with your name: the file holds personal data.")}</p>
      <input class="input" id="archive-purpose" name="purpose" dir="auto" maxlength="300" autocomplete="off" required aria-describedby="archive-hint" aria-invalid=${view.archive === "missing" ? "true" : nothing}>
      ${view.archive === "missing" ? html`<p class="field__error" role="alert">${t("Please say what the file is for.")}</p>` : nothing}</div>
      <label class="check"><input type="checkbox" name="notes"><span>${t("With my own private notes. Those of others never come along.")}</span></label>
      <p><button type="submit" class="button" aria-busy=${view.archive === "busy" ? "true" : "false"}>${icon("download")}${t("Take the archive")}</button></p></form></section>`;
}

async function take(event) {
  event.preventDefault();
  const form = event.currentTarget;
  const { purpose, notes } = form.elements;
  if (view.archive === "busy") return;
  view.archive = purpose.value.trim() ? "busy" : "missing";
  refresh();
  if (view.archive === "missing") return purpose.focus();
  const why = await fetched({ purpose: purpose.value, with_my_notes: notes.checked });
  view.archive = "";
  if (!why) form.reset();
  notice(why || t("The archive is taken. The timeline says so."));
  refresh();
}

// Gives why not; empty when the file is there.
async function fetched(asked) {
  try {
    const answer = await fetch(`/m/${boot.meeting_id}/archive`, { method: "POST", headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRF": boot.csrf ?? "" }, body: JSON.stringify(asked) });
    if (!answer.ok) return (await answer.json()).why;
    const name = /filename="?([^";]+)/.exec(answer.headers.get("Content-Disposition") ?? "")?.[1] ?? "meeting.rapport.zip";
    const address = URL.createObjectURL(await answer.blob());
    Object.assign(document.createElement("a"), { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    return "";
  } catch {
    return t("No answer came. Look at your connection and try again.");
  }
}
