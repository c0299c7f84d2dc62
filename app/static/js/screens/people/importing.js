/** A roster taken in: chosen, its columns understood, every row looked at, written at once, taken back. */
import { html, nothing } from "../../../vendor/lit-html.js";
import { redraw } from "../../core/boot.js";
import { t } from "../../core/words.js";
import { icon } from "../../elements/icon.js";
import { choosing } from "./importing/choosing.js";
import { columnsPage } from "./importing/columns.js";
import { result } from "./importing/done.js";
import { previewPage } from "./importing/preview.js";
import { forget, putAway, unfinished, work } from "./importing/work.js";
import { view } from "./state.js";

export function begin() {
  forget();
  work.earlier = unfinished();
  view.importing = true;
  redraw();
  document.getElementById("import-title")?.focus();
}

function leave() {
  putAway();
  view.importing = false;
  forget();
  redraw();
  document.getElementById("people-title").focus();
}

const STEPS = ["file", "columns", "rows", "done"];

export function importPages() {
  const names = [t("The file"), t("Its columns"), t("Every row"), t("Done")];
  const at = STEPS.indexOf(work.step);
  return html`<header class="head folk__head"><h1 id="import-title" tabindex="-1">${t("Import a roster")}</h1>
      ${work.step === "done" ? nothing : html`<button class="button" type="button" @click=${leave}>${icon("x")}${t("Leave without importing")}</button>`}</header>
    <ol class="stepper" aria-label=${t("Steps of the import")}>${names.map((name, place) => html`<li class="stepper__step" data-state=${place < at ? "done" : place === at ? "now" : "later"}>
      <span aria-current=${place === at ? "step" : nothing}>${place < at ? icon("check") : nothing}<span class="stepper__name">${name}</span></span></li>`)}</ol>
    ${{ file: choosing, columns: columnsPage, rows: previewPage, done: result }[work.step]()}`;
}
