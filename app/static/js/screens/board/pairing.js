/** Big screens: pairing one by the code it shows, and ending those there are. */
import { html, nothing } from "../../../vendor/lit-html.js";
import { ask, boot, redraw, refresh } from "../../core/boot.js";
import { t, tn } from "../../core/words.js";
import { icon } from "../../elements/icon.js";
import { modal } from "../../elements/modal.js";
import { notice } from "../../elements/shell.js";
import { act, close, people, show, view } from "./state.js";

const form = { code: "", name: "", why: "" };

// Whoever scanned the screen's code comes here with it.
if (/^#\d{6}$/.test(location.hash)) {
  form.code = location.hash.slice(1);
  history.replaceState(null, "", location.pathname);
  view.dialog = "screens";
}

const screens = () => people().filter(({ roles }) => roles.some(({ role }) => role === "display"));

export function screensButton() {
  return html`<button class="button" type="button" @click=${() => show("screens")}>${icon("monitor")}${t("Big screens")}</button>`;
}

export function screensDialog() {
  if (view.dialog !== "screens") return nothing;
  const standing = screens();
  return modal({ title: t("Big screens"), close, name: "screens", body: html`
    <form class="stack" novalidate @submit=${pair}>
      <p>${t("On the machine in the hall, open this address; it shows a code.")}<br><bdi class="code" dir="ltr">${location.host}/screen</bdi></p>
      <div class="field"><label class="field__label" for="screen-code">${t("Code on the screen")}</label>
        <input class="input input--code" id="screen-code" inputmode="numeric" autocomplete="off" dir="ltr" maxlength="12" .value=${form.code} aria-invalid=${form.why ? "true" : nothing} aria-describedby="screen-code-error" @input=${typed("code")}>
        <p class="field__error" id="screen-code-error" role="alert" ?hidden=${!form.why}>${form.why}</p></div>
      <div class="field"><label class="field__label" for="screen-name">${t("Where it stands (optional)")}</label>
        <input class="input" id="screen-name" autocomplete="off" dir="auto" maxlength="120" .value=${form.name} @input=${typed("name")}></div>
      <p class="row"><button class="button button--primary" type="submit">${t("Pair a big screen")}</button></p></form>
    ${standing.length ? html`<section class="part"><div class="part__title"><h3>${tn("{n} big screen", "{n} big screens", standing.length)}</h3></div>
      <ul class="people">${standing.map(one)}</ul></section>` : nothing}` });
}

function one(screen) {
  return html`<li class="people__row"><div class="people__who"><strong><bdi>${screen.name}</bdi></strong>
      <span>${screen.present ? html`<span class="badge badge--good">${t("on")}</span>` : html`<span class="badge">${t("away")}</span>`}</span></div>
    <div class="people__acts"><button class="button" type="button" @click=${() => end(screen)}>${t("End")}<span class="unseen"> ${screen.name}</span></button></div></li>`;
}

function typed(field) {
  return ({ target }) => { form[field] = target.value; if (form.why) { form.why = ""; refresh(); } };
}

async function pair(event) {
  event.preventDefault();
  if (!form.code.trim()) form.why = t("Please type the six figures on the screen.");
  else {
    const name = form.name.trim() || t("Big screen");
    const answer = await ask("screen.pair", { meeting: boot.meeting_id, code: form.code, screen_name: name }, { keep: false }).answered;
    form.why = answer.ok ? "" : answer.why;
    if (answer.ok) {
      Object.assign(form, { code: "", name: "" });
      notice(t("{name} is paired. It shows the meeting in a moment.", { name }));
    }
  }
  redraw();
  if (form.why) document.getElementById("screen-code")?.focus();
}

async function end(screen) {
  if (await act("person.remove", { person: screen.id })) notice(t("{name} shows nothing any more.", { name: screen.name }));
}
