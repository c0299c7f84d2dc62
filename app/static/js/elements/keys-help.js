/** The keys of a screen: `?` outside text opens the list, Ctrl or ⌘ with Z outside text undoes. */
import { html } from "../../vendor/lit-html.js";
import { t } from "../core/words.js";
import { openDialog } from "./dialog.js";

const KEYS = [
  [["Enter"], t("add the point (in the composer), edit it (in the list)")],
  [["Shift", "Enter"], t("a new line")],
  [["#"], t("#challenge, #pledge … set the kind; other #words are tags")],
  [["@"], t("a delegation: arrows choose, Enter or Tab accepts")],
  [["↑"], t("in the empty composer: edit my last point; Esc returns")],
  [["↑"], t("and ↓ in the list: from point to point")],
  [["Alt", "↑"], t("and Alt ↓: move the point")],
  [["Space"], t("in the list: choose the point for merging")],
  [["Delete"], t("in the list: remove the point")],
  [["Ctrl", "Z"], t("outside a text: undo my last act (⌘ Z on a Mac)")],
  [["?"], t("this list")],
];

/** Listen on the page; `undo()` is called for Ctrl+Z outside text. */
export function listenForKeys({ undo }) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.target.closest("textarea, input, select, dialog, [contenteditable]")) return;
    if (event.key === "?" && !event.ctrlKey && !event.metaKey) showKeys();
    else if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) undo();
    else return;
    event.preventDefault();
  });
}

export function showKeys() {
  openDialog({
    title: t("Keys"),
    body: () => html`<dl class="keys">${KEYS.map(([keys, words]) => html`<div><dt>${keys.map((key, i) => html`${i ? " + " : ""}<kbd class="keycap">${key}</kbd>`)}</dt><dd>${words}</dd></div>`)}</dl>`,
  });
}
