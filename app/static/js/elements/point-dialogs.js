/** The dialogs of the list of points: merging, and moving to a place. */
import { html } from "../../vendor/lit-html.js";
import { t } from "../core/words.js";
import { openDialog } from "./dialog.js";
import { KINDS, kindWords } from "./kinds.js";

/** Merge these rows: the person edits the joined text; `merge({text, kind, tags})` carries it out. */
export function openMerge(rows, merge) {
  const things = rows.map(({ thing }) => thing);
  const kind = things[0].kind;
  const tags = [...new Set(things.flatMap((thing) => thing.tags ?? []))].slice(0, 8);
  const dialog = openDialog({
    title: t("Merge into one point"),
    body: () => html`
      <ol class="points points--tight">${things.map((thing) => html`<li class="point" data-kind=${thing.kind}><p class="point__kind">${kindWords(thing.kind)}</p><p class="point__text" dir="auto">${thing.text}</p></li>`)}</ol>
      <div class="field"><label class="field__label" for="merge-text">${t("The joined text")}</label>
        <textarea class="input" id="merge-text" rows="5" dir="auto" .value=${things.map(({ text }) => text).join("\n")}></textarea>
        <p class="field__hint">${t("The points above are kept as its sources; splitting brings them back.")}</p></div>
      <div class="field"><label class="field__label" for="merge-kind">${t("Kind")}</label>
        <select class="input" id="merge-kind">${KINDS.map(({ value, words }) => html`<option value=${value} ?selected=${value === kind}>${words}</option>`)}</select></div>`,
    acts: [{
      words: t("Merge"), primary: true,
      run: () => {
        const text = dialog.querySelector("#merge-text").value.trim();
        if (!text) return false;
        merge({ text, kind: dialog.querySelector("#merge-kind").value, tags });
        return true;
      },
    }],
  });
  dialog.querySelector("#merge-text").focus();
}

/** Ask for a place in the list and give it, counted from 0, to `move`. */
export function openMoveTo(rows, from, move) {
  const dialog = openDialog({
    title: t("Move this point"),
    body: () => html`
      <p dir="auto">${rows[from].thing.text}</p>
      <div class="field"><label class="field__label" for="move-to">${t("To place")}</label>
        <select class="input" id="move-to">${rows.map((row, i) => html`<option value=${i} ?selected=${i === from}>${t("{i} of {n}", { i: i + 1, n: rows.length })} · ${row.thing.text.slice(0, 40)}</option>`)}</select></div>`,
    acts: [{ words: t("Move"), primary: true, run: () => { const to = Number(dialog.querySelector("#move-to").value); setTimeout(() => move(to)); } }],
  });
  dialog.querySelector("#move-to").focus();
}
