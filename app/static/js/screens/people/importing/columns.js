/** The second step: how the file was read, and what each column holds, with the first rows beside it. */
import { html, nothing } from "../../../../vendor/lit-html.js";
import { number, t, timeOfDay, tn } from "../../../core/words.js";
import { refresh } from "../../../core/boot.js";
import { icon } from "../../../elements/icon.js";
import { busy, trouble } from "./choosing.js";
import { look, read, work } from "./work.js";

const FIELDS = ["", "name", "first_name", "last_name", "delegation", "email", "title", "gender", "breakout"];
const fieldInWords = (field) => ({
  "": t("leave out"), name: t("Name"), first_name: t("First name"), last_name: t("Last name"), delegation: t("Delegation"), email: t("E-mail"), title: t("Title or function"), gender: t("Gender"), breakout: t("Breakout room chosen"),
})[field];
const encodingInWords = (encoding) => ({
  "utf-8": t("Unicode (UTF-8)"), "utf-16": t("Unicode (UTF-16)"), cp1252: t("Western European (Windows)"), cp1251: t("Cyrillic (Windows)"), cp1256: t("Arabic (Windows)"), gb18030: t("Chinese (GB 18030)"), cp1250: t("Central European (Windows)"),
})[encoding];
const separatorInWords = (separator) => ({ "\t": t("tabulator"), ";": t("semicolon"), ",": t("comma"), "|": t("vertical bar") })[separator];

export function columnsPage() {
  const { read: found } = work;
  const fields = found.columns.map(({ field }) => field);
  const usable = fields.some((field) => ["name", "first_name", "last_name", "email"].includes(field));
  const people = work.rows.filter(({ lost }) => !lost).length;
  return html`<p class="row"><strong><bdi>${work.name}</bdi></strong><span class="quiet">${tn("{n} row with a person", "{n} rows with people", people)}</span></p>
    ${before(found.before)}${remarks(found)}
    <div class="toolbar">${choice("encoding", t("Encoding"), Object.keys(ENCODINGS), found.encoding, encodingInWords)}${choice("separator", t("Cells are parted by"), ["\t", ";", ",", "|"], found.separator, separatorInWords)}</div>
    <table class="table table--cards table--lined folk__columns"><caption class="unseen">${t("The columns of the file")}</caption>
      <thead><tr><th scope="col">${t("Heading in the file")}</th><th scope="col">${t("Holds")}</th><th scope="col">${t("The first rows")}</th></tr></thead>
      <tbody>${found.columns.map((column, at) => html`<tr class=${column.field ? "" : "folk__left"}><th scope="row">${column.heading ? html`<bdi>${column.heading}</bdi>` : html`<span class="quiet">${t("column {number}", { number: number(at + 1) })}</span>`}</th>
        <td data-label=${t("Holds")}><label class="unseen" for=${`column-${at}`}>${t("Column {number} holds", { number: number(at + 1) })}</label><select class="input" id=${`column-${at}`} @change=${({ target }) => again({ columns: fields.with(at, target.value).join(",") })}>
          ${FIELDS.map((field) => html`<option value=${field} ?selected=${column.field === field}>${fieldInWords(field)}</option>`)}</select></td>
        <td class="folk__samples table__whole" data-label=${t("The first rows")}>${column.samples.filter(Boolean).map((sample) => html`<span class="chip"><bdi>${sample}</bdi></span>`)}</td></tr>`)}</tbody></table>
    ${busy()}${trouble()}
    <div class="row row--apart"><button class="button" type="button" @click=${() => { work.step = "file"; refresh(); }}>${t("Another file")}</button>
      <button class="button button--primary" type="button" ?disabled=${!usable || Boolean(work.busy)} @click=${onward}>${t("Look at every row")}${icon("arrow-right", true)}</button></div>
    ${usable ? nothing : html`<p class="field__error">${t("Say which column holds the names, or the e-mail addresses.")}</p>`}`;
}

const ENCODINGS = { "utf-8": 1, "utf-16": 1, cp1252: 1, cp1251: 1, cp1256: 1, gb18030: 1, cp1250: 1 };

function choice(name, words, values, now, inWords) {
  return html`<div class="field"><label class="field__label" for=${`choose-${name}`}>${words}</label><select class="input" id=${`choose-${name}`} @change=${({ target }) => again({ [name]: target.value, columns: "" })}>
    ${values.map((value) => html`<option value=${value} ?selected=${value === now}>${inWords(value)}</option>`)}</select></div>`;
}

function before(imported) {
  if (!imported) return nothing;
  return html`<div class="banner banner--care"><p class="banner__words">${imported.by ? t("This file was imported at {time} by {name}. Nobody is imported twice: whoever came from it is matched.", { time: timeOfDay(imported.at), name: imported.by }) : t("This file was imported at {time}. Nobody is imported twice: whoever came from it is matched.", { time: timeOfDay(imported.at) })}</p></div>`;
}

function remarks(found) {
  const said = [];
  if (found.guessed) said.push(t("The file has no row of headings: what the columns hold was guessed from what stands in them."));
  if (found.above.length) said.push(tn("{n} line above the headings is left out: {text}", "{n} lines above the headings are left out: {text}", found.heading, { text: found.above.join(" / ") }));
  if (found.unreadable) said.push(tn("{n} letter makes no sense as it is read now. Choose another encoding below.", "{n} letters make no sense as they are read now. Choose another encoding below.", found.unreadable));
  return said.length ? html`<ul class="stack stack--near small">${said.map((words) => html`<li class="folk__note">${icon("info")}<span>${words}</span></li>`)}</ul>` : nothing;
}

function again(how) {
  const { encoding, separator, heading } = work.read;
  read(work.file, work.name, { encoding, separator, heading: String(heading), columns: work.read.columns.map(({ field }) => field).join(","), ...how, ...(how.encoding || how.separator ? { heading: "", columns: "" } : {}) });
}

async function onward() {
  if (await look()) document.getElementById("preview-counts")?.focus();
}
