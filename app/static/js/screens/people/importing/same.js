/** "The same as …": somebody of the meeting, or another row of the file, is looked for and named. */
import { html, nothing } from "../../../../vendor/lit-html.js";
import { refresh } from "../../../core/boot.js";
import { number, t } from "../../../core/words.js";
import { modal } from "../../../elements/modal.js";
import { everybody, plain } from "../state.js";
import { decide } from "./row.js";
import { outcome, work } from "./work.js";

const OFFERED = 12;
let words = "";

export function sameDialog() {
  const row = work.asking && work.rows.find(({ row: at }) => at === work.asking);
  if (!row) return nothing;
  const sought = plain(words || outcome(row).delegation || row.name.split(" ").at(-1)).split(/\s+/).filter(Boolean);
  const fits = (...texts) => sought.every((word) => plain(texts.join(" ")).includes(word));
  const people = everybody().filter((one) => one.state !== "removed" && sought.every((word) => one.sought.includes(word))).slice(0, OFFERED);
  const rows = work.rows.filter((one) => one !== row && one.name && outcome(one).became === "created" && fits(one.name, one.delegation ?? "", one.email ?? "")).slice(0, OFFERED);
  return modal({ title: t("{name} is the same as…", { name: row.name }), name: "same", close, body: html`
    <div class="field"><label class="field__label" for="same-find">${t("Find by name, delegation or e-mail")}</label><input class="input" id="same-find" type="search" dir="auto" autocomplete="off" .value=${words} @input=${({ target }) => { words = target.value; refresh(); }}></div>
    ${group(t("In the meeting"), people, (one) => choose(row, `person:${one.id}`), ({ delegation }) => delegation)}
    ${group(t("In this file"), rows, (one) => choose(row, `row:${one.row}`), (one) => t("row {row}", { row: number(one.row) }))}
    ${people.length || rows.length ? nothing : html`<p class="empty">${t("Nobody matches.")}</p>`}` });
}

function group(title, all, run, about) {
  if (!all.length) return nothing;
  return html`<section class="stack stack--near"><h3>${title}</h3><ul class="folk__same">${all.map((one) => html`<li><button class="button" type="button" @click=${() => run(one)}><bdi>${one.name}</bdi><span class="quiet"><bdi>${about(one)}</bdi></span></button></li>`)}</ul></section>`;
}

function choose(row, decision) {
  close();
  decide(row, decision);
}

function close() {
  words = "";
  work.asking = null;
  refresh();
}
