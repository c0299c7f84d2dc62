import { html, nothing } from "../../vendor/lit-html.js";
import { icon } from "./icon.js";
import { t } from "../core/words.js";

/**
 * A dialog that is open as long as it is drawn, for content that changes while it stands. `close` is called however the person leaves it.
 * `side`: a sheet at the side that leaves the page, and the notices with their Undo, in reach.
 */
export function modal({ title, body, foot = nothing, close, side = false, name = "modal" }) {
  return html`<open-dialog ?beside=${side}><dialog class=${side ? "dialog dialog--side" : "dialog"} id=${name} aria-labelledby=${`${name}-title`}
      @close=${close} @cancel=${(event) => { event.preventDefault(); close(); }}>
    <div class="dialog__title row row--apart"><h2 id=${`${name}-title`}>${title}</h2>
      <button class="button button--quiet button--icon" type="button" aria-label=${t("Close")} @click=${close}>${icon("x")}</button></div>
    <div class="dialog__body">${body}</div>
    ${foot === nothing ? nothing : html`<div class="dialog__foot">${foot}</div>`}
  </dialog></open-dialog>`;
}

class OpenDialog extends HTMLElement {
  #before;
  // A sheet at the side does not hold the focus, so Escape has to be heard wherever it is.
  #escape = (event) => event.key === "Escape" && !event.defaultPrevented && this.querySelector("dialog")?.close();

  connectedCallback() {
    this.#before = document.activeElement;
    if (this.hasAttribute("beside")) document.addEventListener("keydown", this.#escape);
    // At once, not in the next frame: what is typed until then would go to the page behind.
    const dialog = this.querySelector("dialog");
    if (dialog.open) return;
    if (this.hasAttribute("beside")) dialog.show();
    else dialog.showModal();
  }

  disconnectedCallback() {
    document.removeEventListener("keydown", this.#escape);
    // A notice that was said over this dialog outlives it.
    const toasts = this.querySelector("#toasts");
    if (toasts) document.body.append(toasts);
    if (this.#before?.isConnected && document.activeElement === document.body) this.#before.focus();
  }
}

customElements.define("open-dialog", OpenDialog);
