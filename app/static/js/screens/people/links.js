/** A new personal link: the secretariat makes it and passes it on; it is shown once. */
import { html, nothing } from "../../../vendor/lit-html.js";
import { refresh } from "../../core/boot.js";
import { parts, t } from "../../core/words.js";
import { copy } from "../../elements/copy.js";
import { icon } from "../../elements/icon.js";
import { notice } from "../../elements/shell.js";
import { act, isSecretariat } from "./state.js";

let made = null;

export function linkItem(person) {
  if (!isSecretariat()) return nothing;
  return html`<li><button class="menu__item" type="button" @click=${() => makeLink(person)}>${icon("log-in")}${t("Make a new link")}</button></li>`;
}

/** The link just made. Its secret is held nowhere else, so it stands here until it is put away. */
export function madeLink() {
  if (!made) return nothing;
  return html`<div class="banner folk__link" role="status"><p class="banner__words"><strong class="banner__title">${parts(t("A new link for {name}"), { name: html`<bdi>${made.name}</bdi>` })}</strong><br>
      <code class="link__address" dir="ltr" tabindex="0">${made.address}</code><br><span class="small">${t("It opens once, in one browser. It is not shown again.")}</span></p>
    <div class="banner__acts"><button class="button" type="button" @click=${take}>${icon("copy")}${t("Copy")}</button>
      <button class="button button--quiet" type="button" @click=${() => { made = null; refresh(); }}>${t("Put away")}</button></div></div>`;
}

export async function makeLink(person) {
  const link = await act("link.issue", { person: person.id });
  if (!link) return;
  made = { name: person.name, address: `${location.origin}/enter#${link.secret}` };
  refresh();
  document.querySelector(".folk__link")?.scrollIntoView({ block: "nearest" });
}

async function take() {
  notice((await copy(made.address)) ? t("The link is copied.") : t("This browser did not allow copying; please select it by hand."));
}
