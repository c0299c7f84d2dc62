/** Panes that are tabs on a phone and stand side by side on a desk. */
import { html } from "../../vendor/lit-html.js";
import { redraw } from "../core/boot.js";

export class Tabs {
  #panes; #chosen;

  /** `panes`: `[{id, words}]` in order. */
  constructor(panes) {
    this.#panes = panes;
    this.#chosen = panes[0].id;
  }

  view(label) {
    return html`<div class="tabs tabs--phone" role="tablist" aria-label=${label} @keydown=${this.#key}>${this.#panes.map(({ id, words }) => {
      const chosen = id === this.#chosen;
      return html`<button type="button" class="tab" role="tab" id="tab-${id}" aria-controls="pane-${id}" aria-selected=${chosen} tabindex=${chosen ? "0" : "-1"}
        @click=${() => this.#choose(id)}>${words}</button>`;
    })}</div>`;
  }

  /** The attribute of a pane: is it the chosen one? */
  chosen(id) {
    return id === this.#chosen;
  }

  #choose(id) {
    this.#chosen = id;
    redraw();
    document.getElementById(`tab-${id}`).focus();
  }

  #key = (event) => {
    const onward = getComputedStyle(event.currentTarget).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const at = this.#panes.findIndex(({ id }) => id === this.#chosen);
    const n = this.#panes.length;
    const to = { Home: 0, End: n - 1, [onward]: (at + 1) % n, [onward === "ArrowRight" ? "ArrowLeft" : "ArrowRight"]: (at - 1 + n) % n }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.#choose(this.#panes[to].id);
  };
}
