/** An account out of a personal link: for co-chairs and the secretariat, who find their meetings again with it. */
import { html } from "../../../vendor/lit-html.js";
import { boot } from "../../core/boot.js";
import { post } from "../../core/post.js";
import { t } from "../../core/words.js";
import { accountPost } from "./asking.js";
import { field, form, password } from "./fields.js";
import { notice } from "../../elements/shell.js";

export function makeAccount() {
  return html`<section class="part"><div class="part__title"><h2>${t("Set a password")}</h2></div>
    <p>${t("With a password you come in from any device, without waiting for a new link.")}</p>
    ${form("make-account", t("Make the account"), html`
      ${field("name", t("Your name"), { value: boot.me.name, autocomplete: "name", dir: "auto" })}
      ${field("email", t("E-mail address"), { value: boot.devices.email, type: "email", autocomplete: "username" })}
      ${password("password", t("Password"), "new-password", t("At least 15 characters. Four or five words that do not belong together are good, and easy to remember."))}`,
    async ({ name, email, password: chosen }) => {
      const said = await post("/api/account/make-own", { name: name.value, email: email.value, password: chosen.value }, boot.csrf);
      if (said.ok) location.reload();
      return said;
    })}</section>`;
}

export function keepMeeting() {
  const keep = async () => {
    const said = await accountPost("/api/account/keep-meeting", {});
    if (said.ok) location.reload();
    else notice(said.why);
  };
  return html`<p class="banner"><span class="banner__words">${t("You are signed in with your account, but came to this meeting by a link or a code.")}</span>
    <span class="banner__acts"><button class="button" type="button" @click=${keep}>${t("Put this meeting on my list")}</button></span></p>`;
}
