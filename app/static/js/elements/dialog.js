import { html, render } from "../../vendor/lit-html.js";
import { t } from "../core/words.js";

/**
 * Open a modal dialog with that title. `body(close)` is its content; `acts` are `{words, run, primary}`: `run` may give, or promise, false to keep
 * it open, or a sentence that says why it stays open. The focus returns to where it was. Gives the dialog element.
 */
export function openDialog({ title, body, acts = [] }) {
  const before = document.activeElement;
  const dialog = document.createElement("dialog");
  dialog.className = "dialog";
  dialog.setAttribute("aria-labelledby", "dialog-title");
  const close = () => dialog.close();
  const run = async (act) => {
    const outcome = await act.run();
    if (outcome !== false && typeof outcome !== "string") return close();
    dialog.querySelector(".dialog__why").textContent = outcome || "";
  };
  render(html`
    <h2 class="dialog__title" id="dialog-title">${title}</h2>
    <div class="dialog__body">${body(close)}<p class="field__error dialog__why" role="alert"></p></div>
    <div class="dialog__foot">
      <button type="button" class="button" @click=${close}>${acts.some(({ primary }) => primary) ? t("Cancel") : t("Close")}</button>
      ${acts.map((act) => html`<button type="button" class="button ${act.primary ? "button--primary" : ""}" @click=${() => run(act)}>${act.words}</button>`)}
    </div>`, dialog);
  // As in a form, Enter in a line of text is the main act.
  const main = acts.find(({ primary }) => primary);
  dialog.addEventListener("keydown", (event) => {
    if (!main || event.key !== "Enter" || event.isComposing || event.keyCode === 229 || !event.target.matches("input")) return;
    event.preventDefault();
    run(main);
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    // The browser says so some time after it closed the dialog: whoever writes elsewhere by then is left alone.
    if (before?.isConnected && document.activeElement === document.body) before.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
