/** The document in its formats: asked for, made elsewhere with progress, and fetched. The page can be left meanwhile. */
import { html, nothing, repeat } from "../../../vendor/lit-html.js";
import { boot, store } from "../../core/boot.js";
import { locale, number, t, timeOfDay, tn } from "../../core/words.js";
import { copy } from "../../elements/copy.js";
import { icon } from "../../elements/icon.js";
import { notice } from "../../elements/shell.js";
import { act, view } from "./state.js";

const FORMATS = { pdf: "PDF", html: t("Web page"), markdown: "Markdown", json: "JSON" };

export function exports() {
  const made = store.all("export").sort((a, b) => b.id - a.id);
  return html`<section class="part" id="exports" tabindex="-1"><div class="part__title"><h2>${t("Export")}</h2></div>
    <div class="row">${Object.entries(FORMATS).map(([format, words]) => html`<button class="button ${format === "pdf" ? "button--primary" : ""}" type="button" @click=${() => ask(format)}>${icon("file-text")}${words}</button>`)}</div>
    ${view.summary?.draft ? html`<p class="small">${t("Every page carries the mark DRAFT until all co-chairs have cleared the same text.")}</p>` : nothing}
    ${made.length ? html`<ul class="exports">${repeat(made, (one) => one.id, oneExport)}</ul>` : html`<p class="empty">${t("Nothing exported yet.")}</p>`}</section>`;
}

function oneExport(one) {
  return html`<li class="export"><p class="export__name"><strong>${FORMATS[one.format] ?? one.format}</strong> ${one.draft ? html`<span class="badge">${t("DRAFT")}</span>` : html`<span class="badge badge--good">${t("final")}</span>`}
      <span class="small quiet">${one.made_at ? timeOfDay(one.made_at) : nothing}${one.by ? html` · <bdi>${one.by}</bdi>` : nothing}</span></p>${state(one)}</li>`;
}

function state(one) {
  if (one.state === "done") return html`<div class="row"><a class="button" href=${`/exports/${one.id}/file`} download>${icon("download")}${t("Download")}</a>
      <span class="small quiet">${[one.pages ? tn("{n} page", "{n} pages", one.pages) : "", size(one.bytes)].filter(Boolean).join(", ")}</span></div>
    <details class="fold"><summary class="small">${t("Check sum")}</summary><p class="row"><code class="digest">${one.sha256}</code><button class="button button--quiet" type="button" @click=${() => take(one.sha256)}>${icon("copy")}${t("Copy")}</button></p></details>`;
  if (one.state === "failed") return html`<p class="export__why">${icon("triangle-alert")} ${whyInWords(one)}</p><div class="row"><button class="button" type="button" @click=${() => ask(one.format)}>${t("Ask again")}</button></div>`;
  if (one.state === "cancelled") return html`<p class="small quiet">${t("Cancelled.")}</p>`;
  return html`<p class="small" role="status">${one.state === "waiting" ? t("Waiting for its turn") : stepInWords(one)}${one.page ? html`, ${t("page {n}", { n: number(one.page) })}` : nothing}</p>
    <div class="row export__way"><progress class="progress" aria-label=${t("The document is being made")}></progress><button class="button button--quiet" type="button" @click=${() => act("export.cancel", { export: one.id })}>${t("Cancel")}</button></div>`;
}

// The maker of PDF names its steps as an engineer would.
function stepInWords({ step }) {
  if (/layout|formatting/i.test(step)) return t("Setting the pages");
  return /PDF|metadata/i.test(step) ? t("Writing the file") : t("Being made");
}

// The maker says why in English, to everybody alike; what it says most is known in the reader's language too.
function whyInWords({ why }) {
  if (!why || document.documentElement.lang === "en") return why || t("The document could not be made.");
  if (/too large|processor time|not ready after/.test(why)) return t("The document is too large to be laid out. Shorten the longest sections, or take Markdown or the web page.");
  if (/process that makes documents/.test(why)) return t("The process that makes documents ended. Ask again; if that fails too, take Markdown or the web page.");
  if (/could not be written/.test(why)) return t("The file could not be written: the server's disk may be full. Ask whoever runs it.");
  return html`${t("The document could not be made.")} <bdi>${why}</bdi>`;
}

async function ask(format) {
  if (await act("export.request", { meeting: boot.meeting_id, format })) notice(t("{format} is being made. You may leave this page meanwhile.", { format: FORMATS[format] }));
}

async function take(sum) {
  notice((await copy(sum)) ? t("The check sum is copied.") : t("This browser did not allow copying; please select it by hand."));
}

function size(bytes) {
  if (!bytes) return "";
  return new Intl.NumberFormat(locale(), { style: "unit", unit: bytes < 1e6 ? "kilobyte" : "megabyte", maximumFractionDigits: bytes < 1e6 ? 0 : 1 }).format(bytes / (bytes < 1e6 ? 1000 : 1e6));
}
