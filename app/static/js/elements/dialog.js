import { html, nothing, ref } from "../../vendor/lit-html.js";
import { icon } from "./icon.js";
import { t } from "../core/words.js";

/** A native modal dialog, open as long as it is drawn. `foot` holds the acts; `close` is called however the person leaves it. */
export function dialog({ title, body, foot = nothing, close, side = false, name = "dialog" }) {
  return html`<dialog class=${side ? "dialog dialog--side" : "dialog"} id=${name} aria-labelledby=${`${name}-title`} ${ref(open)}
      @close=${close} @cancel=${(event) => { event.preventDefault(); close(); }}>
    <div class="dialog__title row row--apart"><h2 id=${`${name}-title`}>${title}</h2>
      <button class="button button--quiet button--icon" type="button" aria-label=${t("Close")} @click=${close}>${icon("x")}</button></div>
    <div class="dialog__body">${body}</div>
    ${foot === nothing ? nothing : html`<div class="dialog__foot">${foot}</div>`}
  </dialog>`;
}

// The element knows whether it is open; focus goes back to where it was when the dialog is gone.
function open(element) {
  if (!element || element.open) return;
  const before = document.activeElement;
  requestAnimationFrame(() => {
    if (!element.isConnected || element.open) return;
    element.showModal();
    const leave = new MutationObserver(() => {
      if (element.isConnected) return;
      leave.disconnect();
      if (before?.isConnected) before.focus();
    });
    leave.observe(document.body, { childList: true, subtree: true });
  });
}
