/** My devices: where I am signed in to this meeting, the way to another device, and my account. */
import { html, nothing, render } from "../../vendor/lit-html.js";
import { boot, start } from "../core/boot.js";
import { t } from "../core/words.js";
import "../elements/devices-of.js";
import "../elements/menus.js";
import { notice, showLine } from "../elements/shell.js";
import { accountParts } from "./devices/account.js";
import { anotherDevice } from "./devices/another.js";
import { accountPost } from "./devices/asking.js";
import { keepMeeting, makeAccount } from "./devices/making.js";

if (boot.me) {
  start(view);
  showLine();
} else {
  render(view(), document.getElementById("screen"));
  document.getElementById("sign-out")?.addEventListener("click", leave);
}

function view() {
  return html`<div class="head"><h1>${t("My devices")}</h1><p class="head__under">${t("Where you are signed in. Whatever you do not know, end it; whoever is there has to come in anew.")}</p></div>
    ${boot.me ? html`<section class="part"><div class="part__title"><h2>${t("In this meeting")}</h2><p class="part__act"><bdi>${boot.me.name}</bdi></p></div>
      <devices-of person=${boot.me.id}></devices-of>
      ${boot.devices.may_invite ? anotherDevice() : nothing}</section>` : nothing}
    ${boot.devices?.may_make_account ? makeAccount() : nothing}
    ${boot.devices?.may_keep_meeting ? keepMeeting() : nothing}
    ${boot.account ? accountParts() : nothing}`;
}

async function leave() {
  const answer = await accountPost("/api/account/sign-out", {});
  if (answer.ok) location.assign("/sign-in");
  else notice(answer.why);
}
