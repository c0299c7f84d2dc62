/** The keys of a screen: `?` outside text opens the list, Ctrl or ⌘ with Z outside text undoes. */
import { html } from "../../vendor/lit-html.js";
import { boot } from "../core/boot.js";
import { t } from "../core/words.js";
import { openDialog } from "./dialog.js";

const COMPOSER = [
  [["Enter"], t("add the point (in the composer), edit it (in the list)")],
  [["Shift", "Enter"], t("a new line")],
  [["#"], t("#challenge, #pledge … set the kind; other #words are tags")],
  [["@"], t("a delegation: arrows choose, Enter or Tab accepts")],
  [["↑"], t("in the empty composer: edit my last point; Esc returns")],
];
const LIST = [
  [["↑"], t("and ↓ in the list: from point to point")],
  [["Enter"], t("in the list: edit the point")],
  [["Alt", "↑"], t("and Alt ↓: move the point")],
  [["Space"], t("in the list: choose the point for merging")],
  [["Delete"], t("in the list: remove the point")],
];
const UNDO = [[["Ctrl", "Z"], t("outside a text: undo my last act (⌘ Z on a Mac)")]];
const SAVE = [[["Ctrl", "S"], t("save the section (⌘ S on a Mac)")]];
const ALWAYS = [[["Tab"], t("and Shift Tab: from one thing to the next")], [["Esc"], t("closes what is open")], [["?"], t("this list")]];

const OF_SCREEN = {
  capture: [...COMPOSER, ...LIST.filter(([keys]) => keys[0] !== "Enter"), ...UNDO],
  plenary: [...COMPOSER, ...LIST.filter(([keys]) => keys[0] !== "Enter"), ...UNDO],
  moderate: [...LIST, ...UNDO],
  board: UNDO,
  summary: [...SAVE, ...UNDO],
};

/** Listen on the page; `undo()` is called for Ctrl+Z outside text, which otherwise presses Undo in the notice that stands. */
export function listenForKeys({ undo = undoWhatIsOffered } = {}) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.target.closest("textarea, input, select, dialog, [contenteditable]")) return;
    if (event.key === "?" && !event.ctrlKey && !event.metaKey) showKeys();
    else if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) undo();
    else return;
    event.preventDefault();
  });
  document.getElementById("show-keys")?.addEventListener("click", () => showKeys());
}

export function showKeys() {
  openDialog({
    title: t("Keys"),
    body: () => html`<dl class="keys">${[...(OF_SCREEN[boot.screen] ?? []), ...ALWAYS].map(([keys, words]) => html`<div><dt>${keys.map((key, i) => html`${i ? " + " : ""}<kbd class="keycap" dir="ltr">${key}</kbd>`)}</dt><dd>${words}</dd></div>`)}</dl>
      <p class="small"><a href="/help">${t("Help for my task")}</a></p>`,
  });
}

function undoWhatIsOffered() {
  document.querySelector("#toasts .toast:last-child .button")?.click();
}
