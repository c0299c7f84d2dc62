/** The second step: setting it up with an app, recovery codes, turning it off. */
import { html, nothing } from "../../../vendor/lit-html.js";
import { boot } from "../../core/boot.js";
import { t } from "../../core/words.js";
import { copy } from "../../elements/copy.js";
import { icon } from "../../elements/icon.js";
import { notice } from "../../elements/shell.js";
import { accountAsk, accountPost } from "./asking.js";
import { field, form } from "./fields.js";

/** `host` is the account's element; `shown` is what is seen once: `{secret, qr}` or `{codes}`. */
export function secondStep(host, shown) {
  const { has_second_step: on } = boot.account;
  return html`<section class="part"><div class="part__title"><h2>${t("Second step")}</h2><p class="part__act">${on ? html`<span class="badge badge--good">${icon("lock")}${t("on")}</span>` : t("off")}</p></div>
    <p>${on ? t("Signing in asks for six figures from your app beside the password.") : t("Signing in can ask for six figures from an app on your phone beside the password. Then the password alone opens nothing.")}</p>
    ${shown?.codes ? recoveryCodes(host, shown.codes) : shown?.secret ? settingUp(host, shown) : on ? whenOn(host) : html`<p><button class="button" type="button" @click=${() => begin(host)}>${t("Set it up")}</button></p>`}</section>`;
}

async function begin(host) {
  const said = await accountPost("/api/account/second-step", {});
  if (said.ok) host.show({ secret: said.result.secret, qr: said.qr });
  else notice(said.why);
}

function settingUp(host, { secret, qr }) {
  return html`<div class="card another"><img class="qr" src=${qr} alt=${t("Code for the app’s camera")}>
    <div class="stack"><p>${t("Open an authenticator app on your phone, add an account, and point it at this code. Or type these letters:")}</p>
      <p><code class="secret" dir="ltr">${secret.replace(/(.{4})(?=.)/g, "$1 ")}</code></p>
      ${form("prove", t("Turn it on"), field("code", t("The six figures the app shows now"), { autocomplete: "one-time-code", code: true }),
    async ({ code }) => {
      const said = await accountAsk("step.prove", { account: boot.account.id, code: code.value });
      if (!said.ok) return said;
      host.show({ codes: said.result.codes });
      await host.look();
      return null;
    }, html`<button class="button button--quiet" type="button" @click=${() => host.show(null)}>${t("Not now")}</button>`)}</div></div>`;
}

function recoveryCodes(host, codes) {
  const all = codes.join("\n");
  return html`<div class="card card--marked"><p class="card__title">${t("Your recovery codes")}</p>
    <p>${t("Without your phone, each of these lets you in once. Print them or keep them in a safe place: they are not shown again.")}</p>
    <ul class="recovery" dir="ltr">${codes.map((code) => html`<li><code>${code}</code></li>`)}</ul>
    <div class="card__foot"><button class="button" type="button" @click=${async () => notice((await copy(all)) ? t("The codes are copied.") : t("This browser did not allow copying; please select them by hand."))}>${icon("copy")}${t("Copy")}</button>
      <button class="button" type="button" @click=${() => print()}>${icon("printer")}${t("Print")}</button>
      <button class="button button--primary" type="button" @click=${() => host.show(null)}>${t("I have kept them")}</button></div></div>`;
}

function whenOn(host) {
  const one = (what, words) => html`<button class="button" type="button" aria-expanded=${host.open === what} @click=${() => host.unfold(what)}>${words}</button>`;
  return html`<div class="row">${one("codes", t("New recovery codes"))}${one("off", t("Turn it off"))}</div>
    ${host.open === "codes" ? byCode("renew", t("Make new ones"), async (code) => {
    const said = await accountAsk("step.renew_codes", { account: boot.account.id, code });
    if (said.ok) host.show({ codes: said.result.codes });
    return said;
  }) : nothing}
    ${host.open === "off" ? byCode("off", t("Turn it off"), async (code) => {
    const said = await accountAsk("step.end", { account: boot.account.id, code });
    if (!said.ok) return said;
    host.unfold("");
    await host.look();
    return said;
  }) : nothing}`;
}

function byCode(id, words, send) {
  return form(id, words, field("code", t("The six figures the app shows now, or a recovery code"), { autocomplete: "one-time-code" }), ({ code }) => send(code.value));
}
