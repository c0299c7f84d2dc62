/**
 * <devices-of person="12"></devices-of>: the browsers in which that person is signed in, read when it is first drawn. For the person and for the
 * secretariat; the style is css/screens/account.css.
 */
import { html, nothing, render } from "../../vendor/lit-html.js";
import { ask, boot } from "../core/boot.js";
import { t } from "../core/words.js";
import { deviceList } from "./device-list.js";
import { notice } from "./shell.js";

class DevicesOf extends HTMLElement {
  #devices = null;
  #why = "";

  connectedCallback() {
    if (boot.devices && this.person === boot.me?.id) this.#devices = boot.devices.list;
    else this.look();
    this.#draw();
  }

  get person() {
    return Number(this.getAttribute("person"));
  }

  /** Read the list again. */
  async look() {
    try {
      const answer = await (await fetch(`/api/people/${this.person}/devices`, { headers: { Accept: "application/json" } })).json();
      this.#why = answer.ok ? "" : answer.why;
      if (answer.ok) this.#devices = answer.devices;
    } catch {
      this.#why = t("The list could not be read just now.");
    }
    this.#draw();
  }

  #draw() {
    const others = this.#devices?.filter((device) => !device.here) ?? [];
    render(html`${this.#why ? html`<p class="field__error">${this.#why}</p>` : nothing}
      ${this.#devices ? deviceList(this.#devices, (device) => this.#end("session.end_other", { session: device.id })) : this.#why ? nothing : html`<p class="quiet">${t("Reading the list …")}</p>`}
      ${others.length > 1 ? html`<p><button class="button" type="button" @click=${() => this.#end("session.end_others", { person: this.person })}>${t("End all of them")}</button></p>` : nothing}`, this);
  }

  async #end(name, data) {
    const answer = await ask(name, data, { keep: false }).answered;
    notice(answer.ok ? t("Signed out there. Its pages have fallen silent.") : answer.why);
    await this.look();
  }
}

customElements.define("devices-of", DevicesOf);
