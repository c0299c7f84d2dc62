/** Opening the meeting on another device: a QR that lasts two minutes, and the same as a link. */
import { html, nothing, render } from "../../../vendor/lit-html.js";
import { boot, clock } from "../../core/boot.js";
import { post } from "../../core/post.js";
import { t, tn } from "../../core/words.js";
import { copy } from "../../elements/copy.js";
import { icon } from "../../elements/icon.js";
import { notice } from "../../elements/shell.js";

class AnotherDevice extends HTMLElement {
  #link = null;
  #why = "";
  #timer;

  connectedCallback() {
    this.#draw();
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  async #make() {
    const answer = await post("/api/devices/link", {}, boot.csrf);
    this.#why = answer.ok ? "" : answer.why;
    this.#link = answer.ok ? answer : null;
    clearInterval(this.#timer);
    if (this.#link) this.#timer = setInterval(() => this.#draw(), 1000);
    this.#draw();
  }

  #draw() {
    const left = this.#link ? Math.min(120, Math.ceil((Date.parse(this.#link.until) - clock.now()) / 1000)) : 0;
    if (this.#link && left <= 0) { clearInterval(this.#timer); this.#link = null; }
    render(this.#link ? this.#made(left) : this.#offer(), this);
  }

  #offer() {
    return html`${this.#why ? html`<p class="field__error" role="alert">${this.#why}</p>` : nothing}
      <p class="row"><button class="button" type="button" @click=${() => this.#make()}>${icon("plus")}${t("Open on another device")}</button>
      <span class="small quiet">${t("Shows a code for its camera, good for two minutes.")}</span></p>`;
  }

  #made(left) {
    return html`<div class="card card--marked another"><img class="qr" src=${this.#link.qr} alt=${t("Code for the other device’s camera")}>
      <div class="stack stack--near"><p class="card__title">${t("Point the other device’s camera here")}</p>
        <p>${t("It opens the meeting there as you. Show this to nobody else: whoever opens it first is in.")}</p>
        <p class="quiet" role="timer">${tn("Good for {n} second", "Good for {n} seconds", left)}</p>
        <p class="row"><button class="button" type="button" @click=${() => this.#take()}>${icon("copy")}${t("Copy as a link")}</button>
        <button class="button button--quiet" type="button" @click=${() => { this.#link = null; this.#draw(); }}>${t("Put away")}</button></p></div></div>`;
  }

  async #take() {
    notice((await copy(this.#link.address)) ? t("The link is copied.") : t("This browser did not allow copying."));
  }
}

export const anotherDevice = () => html`<another-device></another-device>`;
customElements.define("another-device", AnotherDevice);
