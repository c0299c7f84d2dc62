/** The first step: a file is chosen or dropped, or cells are pasted from a spreadsheet. */
import { html, nothing } from "../../../../vendor/lit-html.js";
import { refresh } from "../../../core/boot.js";
import { parts, t, tn } from "../../../core/words.js";
import { icon } from "../../../elements/icon.js";
import { goOn, putAway, read, work } from "./work.js";

let over = false;

export function choosing() {
  return html`${earlier()}<div class="columns folk__choose"><section class="stack stack--near"><h2 class="unseen">${t("A file")}</h2>
      <label class=${`drop ${over ? "drop--over" : ""} ${work.trouble ? "drop--bad" : ""}`} @dragover=${hold} @dragleave=${release} @drop=${drop}>${icon("file-text")}
        <span class="drop__words">${t("Choose a CSV file, or drop it here")}</span>
        <span class="drop__hint">${t("Saved as CSV from a spreadsheet or a registration system; up to 10,000 rows.")}</span>
        <input class="unseen" type="file" id="roster-file" accept=".csv,.tsv,.txt,text/csv,text/plain" aria-describedby="file-error" @change=${chosen}></label>
      ${busy()}${trouble()}</section>
    <form class="stack stack--near" @submit=${paste}><div class="field"><label class="field__label" for="roster-cells">${t("Or paste cells from a spreadsheet")}</label>
        <span class="field__hint" id="cells-hint">${t("With the row of headings above them.")}</span>
        <textarea class="input folk__cells" id="roster-cells" name="cells" rows="7" dir="auto" aria-describedby="cells-hint" spellcheck="false"></textarea></div>
      <div class="row row--end"><button class="button" type="submit">${t("Read these cells")}</button></div></form></div>
    <details class="small folk__about"><summary>${t("What a roster may hold")}</summary><p>${t("Name (or first and last name), delegation, e-mail, title, gender and the breakout room somebody chose, in any order and any of the six languages. A row with a name or an e-mail address is enough. Whoever stands twice is found.")}</p></details>`;
}

function earlier() {
  if (!work.earlier) return nothing;
  const { name, rows } = work.earlier;
  return html`<div class="banner"><p class="banner__words"><strong class="banner__title">${t("An import was not finished")}</strong><br>${parts(tn("{file}: {n} row, as you left it. Nothing of it is in the meeting yet.", "{file}: {n} rows, as you left them. Nothing of it is in the meeting yet.", rows.length, { file: "{file}" }), { file: html`<bdi>${name}</bdi>` })}</p>
    <div class="banner__acts"><button class="button button--primary" type="button" @click=${() => goOn(work.earlier)}>${t("Go on with it")}</button>
      <button class="button" type="button" @click=${() => { putAway(); work.earlier = null; refresh(); }}>${t("Give it up")}</button></div></div>`;
}

export function busy() {
  if (!work.busy) return nothing;
  return html`<div class="work" role="status"><p class="work__head">${work.busy}</p><progress class="progress" aria-label=${work.busy}></progress></div>`;
}

export function trouble() {
  return html`<p class="field__error" id="file-error" role="alert" ?hidden=${!work.trouble}>${work.trouble}</p>`;
}

function chosen({ target }) {
  const [file] = target.files;
  if (file) read(file, file.name);
  // The same file, mended, is to be read again.
  target.value = "";
}

function hold(event) {
  event.preventDefault();
  if (over) return;
  over = true;
  refresh();
}

function release() {
  over = false;
  refresh();
}

function drop(event) {
  event.preventDefault();
  over = false;
  const [file] = event.dataTransfer.files;
  if (file) return read(file, file.name);
  const cells = event.dataTransfer.getData("text/plain");
  if (cells) read(new Blob([cells]), t("Pasted cells"));
  else refresh();
}

function paste(event) {
  event.preventDefault();
  const field = event.target.elements.cells;
  if (!field.value.trim()) return field.focus();
  read(new Blob([field.value]), t("Pasted cells"));
}
