/** The co-chairs' summary: outline, words, evidence; then clearance and export. */
import { html, nothing } from "../../vendor/lit-html.js";
import { boot, line, refresh, start, store } from "../core/boot.js";
import { number, t } from "../core/words.js";
import { icon } from "../elements/icon.js";
import { listenForKeys } from "../elements/keys-help.js";
import "../elements/menus.js";
import { showLine } from "../elements/shell.js";
import { clearance, cleared } from "./summary/clearance.js";
import { editor } from "./summary/editor.js";
import { evidence } from "./summary/evidence.js";
import { exports } from "./summary/exports.js";
import { contents } from "./summary/outline.js";
import { keepCompiled, view } from "./summary/state.js";

start(summary);
// A room's narrative and lead-in are told to its team only; the draft is compiled from them too.
for (const { id } of store.all("room", ({ kind }) => kind === "breakout")) line.follow(`room:${id}:staff`);
showLine();
listenForKeys();
keepCompiled();

function summary() {
  // All at once or nothing: what stands below must not be pushed down when the text arrives.
  if (!view.summary) return html`<p class="empty" role="status">${view.trouble || t("The summary is being compiled.")}</p>`;
  return html`${head()}${warnings()}${tabs()}
    <div class="desk split--tabs"><div class="pane desk__outline" ?data-chosen=${view.pane === "outline"}>${contents()}</div>
      <div class="pane desk__text" ?data-chosen=${view.pane === "text"}>${editor()}</div>
      <aside class="pane desk__evidence" ?data-chosen=${view.pane === "evidence"} aria-label=${t("Evidence")}>${evidence()}</aside></div>
    <div class="split summary__foot">${exports()}${clearance()}</div>`;
}

function head() {
  const { cleared: done, of } = cleared();
  return html`<div class="summary__head row row--apart"><p class="row">${view.summary?.draft === false ? html`<span class="badge badge--good">${icon("check")}${t("Cleared")}</span>` : html`<span class="badge badge--care">${t("DRAFT")}</span>`}
      <span class="small quiet">${t("cleared by {done} of {of} co-chairs", { done: number(done), of: number(of) })}</span></p>
    <div class="row"><a class="button" href=${`/m/${boot.meeting_id}/summary/preview`} target="_blank" rel="noopener">${icon("eye")}${t("Preview")}</a>
      <button class="button button--primary" type="button" @click=${toExports}>${icon("download")}${t("Export")}</button></div></div>`;
}

function warnings() {
  const found = view.summary?.warnings ?? [];
  if (view.trouble) return html`<p class="banner banner--care">${t("The text could not be compiled anew just now; you see it as it was.")}</p>`;
  if (!found.length) return nothing;
  return html`<div class="banner banner--care summary__warnings"><div class="banner__words"><p class="banner__title">${t("Before this goes out")}</p><ul>${found.map((one) => html`<li dir="auto">${one}</li>`)}</ul></div></div>`;
}

function tabs() {
  const names = { outline: t("Sections"), text: t("Text"), evidence: t("Points") };
  return html`<div class="tabs tabs--phone" role="group" aria-label=${t("Parts of the desk")}>${Object.entries(names).map(([pane, words]) => html`
    <button class="tab" type="button" aria-pressed=${String(view.pane === pane)} @click=${() => { view.pane = pane; refresh(); }}>${words}</button>`)}</div>`;
}

function toExports() {
  const part = document.getElementById("exports");
  part.scrollIntoView({ behavior: "smooth", block: "start" });
  part.focus({ preventScroll: true });
}
