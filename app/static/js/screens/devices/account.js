/** My account: where it is signed in, its password, its second step. */
import { html, nothing, render } from "../../../vendor/lit-html.js";
import { boot } from "../../core/boot.js";
import { t } from "../../core/words.js";
import { deviceList } from "../../elements/device-list.js";
import { notice } from "../../elements/shell.js";
import { accountAsk, accountPost } from "./asking.js";
import { form, password } from "./fields.js";
import { secondStep } from "./second-step.js";

export const accountParts = () => html`<my-account></my-account>`;

class MyAccount extends HTMLElement {
  #open = "";
  #shown = null;

  connectedCallback() {
    this.draw();
  }

  /** What is unfolded: "password", "second", or nothing. */
  get open() {
    return this.#open;
  }

  unfold(what) {
    this.#open = this.#open === what ? "" : what;
    this.#shown = null;
    this.draw();
    this.querySelector("form input")?.focus();
  }

  /** Show something that is seen once, such as recovery codes. */
  show(what) {
    this.#shown = what;
    this.draw();
  }

  /** Read what the server knows of the account again. */
  async look() {
    const answer = await (await fetch("/api/account/devices", { headers: { Accept: "application/json" } })).json();
    if (answer.ok) boot.account = answer.account;
    this.draw();
  }

  draw() {
    const { account } = boot;
    const others = account.devices.filter((device) => !device.here);
    render(html`<section class="part"><div class="part__title"><h2>${t("My account")}</h2><p class="part__act"><bdi>${account.email}</bdi></p></div>
      ${deviceList(account.devices, (device) => this.#end("account.end_session", { session: device.id }))}
      ${others.length > 1 ? html`<p><button class="button" type="button" @click=${() => this.#end("account.end_sessions", { account: account.id })}>${t("End all of them")}</button></p>` : nothing}
      <div class="row"><button class="button" type="button" aria-expanded=${this.#open === "password"} @click=${() => this.unfold("password")}>${t("Change the password")}</button></div>
      ${this.#open === "password" ? this.#changing() : nothing}</section>
      ${secondStep(this, this.#shown)}`, this);
  }

  #changing() {
    return form("change-password", t("Change it"), html`
      ${password("current", t("Current password"), "current-password")}
      ${password("password", t("New password"), "new-password", t("At least 15 characters. Four or five words that do not belong together are good, and easy to remember."))}`,
    async ({ current, password: chosen }) => {
      const said = await accountPost("/api/account/password", { current: current.value, password: chosen.value });
      if (!said.ok) return said;
      this.unfold("");
      notice(t("The password is changed. All other browsers are signed out."));
      await this.look();
      return null;
    });
  }

  async #end(name, data) {
    const answer = await accountAsk(name, data);
    notice(answer.ok ? t("Signed out there. Its pages have fallen silent.") : answer.why);
    await this.look();
  }
}

customElements.define("my-account", MyAccount);
