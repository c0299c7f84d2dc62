import { html, render } from "../../vendor/lit-html.js";
import { t } from "../core/words.js";

/**
 * Open a modal dialog with that title. `body(close)` is its content; `acts` are `{words, run, primary}`: `run` may give false to keep it open.
 * The focus returns to where it was. Gives the dialog element.
 */
export function openDialog({ title, body, acts = [] }) {
  const before = document.activeElement;
  const dialog = document.createElement("dialog");
  dialog.className = "dialog";
  dialog.setAttribute("aria-labelledby", "dialog-title");
  const close = () => dialog.close();
  const run = (act) => { if (act.run() !== false) close(); };
  render(html`
    <h2 class="dialog__title" id="dialog-title">${title}</h2>
    <div class="dialog__body">${body(close)}</div>
    <div class="dialog__foot">
      <button type="button" class="button" @click=${close}>${acts.length ? t("Cancel") : t("Close")}</button>
      ${acts.map((act) => html`<button type="button" class="button ${act.primary ? "button--primary" : ""}" @click=${() => run(act)}>${act.words}</button>`)}
    </div>`, dialog);
  dialog.addEventListener("close", () => { dialog.remove(); if (before?.isConnected) before.focus(); });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
