/** The lobby, for whoever waits: what is happening, since when, what they typed and may mend; nothing else of the meeting. */
import { html, nothing } from "../../vendor/lit-html.js";
import { ask, boot, line, redraw, start, store } from "../core/boot.js";
import { parts, t, timeOfDay } from "../core/words.js";
import { combobox } from "../elements/combobox.js";
import "../elements/menus.js";
import { delegationName } from "../elements/delegation-names.js";
import { showLine } from "../elements/shell.js";

let mending = false;
let trouble = null;

store.watch(keepUp);
// Whoever was recognised is somebody else from now on: the page begins anew as that person.
line.putOut = () => location.reload();
start(waiting);
showLine();

function keepUp() {
  if (store.get("me", boot.me.id)?.admitted) location.reload();
}

function waiting() {
  const me = store.get("me", boot.me.id) ?? boot.me;
  const wait = store.get("wait", boot.me.id);
  return html`<div class="waiting">${wait?.turned_away ? turnedAway(wait) : asked(wait)}
    <section class="waiting__typed" aria-labelledby="typed"><h2 class="card__title" id="typed">${t("You gave")}</h2>${mending ? form(me) : facts(me, wait)}</section>
    <p class="small quiet">${t("This page changes by itself; you need not load it again. You may lock your phone and come back.")}</p></div>`;
}

function asked(wait) {
  return html`<div class="head"><p class="head__over">${t("Lobby")}</p><h1>${t("You are almost in")}</h1></div>
    ${wait ? html`<p class="quote"><bdi>${wait.meeting}</bdi></p>` : nothing}
    <div class="stack stack--near"><p>${t("Those who run the meeting see your name and let you in.")}</p>
    ${wait ? html`<p>${parts(t("You asked at {time} ({zone})."), { time: html`<strong>${timeOfDay(wait.asked_at)}</strong>`, zone: zone() })}
      ${wait.begun ? t("The meeting is under way.") : t("The meeting has not begun yet.")}</p>` : nothing}</div>`;
}

function turnedAway(wait) {
  return html`<div class="head"><p class="head__over">${t("Lobby")}</p><h1>${t("You were not let in")}</h1></div>
    <p class="quote"><bdi>${wait.meeting}</bdi></p>
    <div class="banner banner--care" role="status"><p class="banner__words"><span class="banner__title">${t("They write:")}</span> <bdi>${wait.turned_away}</bdi></p></div>
    <p>${t("If this rests on a mistake, mend your name or delegation below and ask again, or write to the secretariat.")}</p>`;
}

function facts(me, wait) {
  return html`<dl class="facts"><div><dt>${t("Name")}</dt><dd><bdi>${me.name}</bdi></dd></div><div><dt>${t("Delegation")}</dt><dd><bdi>${delegationName(me.delegation) || "–"}</bdi></dd></div></dl>
    <p><button class="button" type="button" @click=${open}>${wait?.turned_away ? t("Mend and ask again") : t("Mend what I typed")}</button></p>`;
}

function form(me) {
  return html`<form class="stack" novalidate autocomplete="off" @submit=${send}>
    ${trouble?.why ? html`<div class="banner banner--bad" role="alert">${trouble.why}</div>` : nothing}
    <div class="field"><label class="field__label" for="name">${t("Your name")}</label>
      <input class="input" id="name" name="name" dir="auto" value=${me.name} aria-invalid=${trouble?.name ? "true" : nothing} aria-describedby="name-error">
      <p class="field__error" id="name-error" ?hidden=${!trouble?.name}>${trouble?.name ?? ""}</p></div>
    <div class="field"><label class="field__label" for="delegation">${t("Your delegation")}</label>
      <div class="combo"><input class="input" id="delegation" name="delegation" value=${delegationName(me.delegation)} role="combobox" aria-expanded="false" aria-controls="delegation-list" aria-autocomplete="list" dir="auto" aria-describedby="delegation-error">
      <ul class="combo__list" id="delegation-list" role="listbox" aria-label=${t("Delegations")} hidden></ul></div>
      <p class="field__error" id="delegation-error" ?hidden=${!trouble?.delegation}>${trouble?.delegation ?? ""}</p></div>
    <p class="row"><button class="button button--primary" type="submit">${t("Send")}</button><button class="button button--quiet" type="button" @click=${close}>${t("Cancel")}</button></p></form>`;
}

function open() {
  mending = true;
  redraw();
  const input = document.getElementById("delegation");
  combobox({ input, list: document.getElementById("delegation-list"), status: document.getElementById("status"), find });
  document.getElementById("name").focus();
}

function close() {
  mending = false;
  trouble = null;
  redraw();
  document.querySelector(".waiting__typed .button")?.focus();
}

async function send(event) {
  event.preventDefault();
  const { name, delegation } = event.target.elements;
  const answer = await ask("lobby.correct", { person: boot.me.id, person_name: name.value, delegation: delegation.value.trim() }, { keep: false }).answered;
  if (answer.ok) return close();
  const { person_name: ofName, delegation: ofDelegation } = answer.fields ?? {};
  trouble = { name: ofName, delegation: ofDelegation, why: ofName || ofDelegation ? "" : answer.why };
  redraw();
  document.querySelector(".waiting__typed [aria-invalid]")?.focus();
}

async function find(words) {
  return (await fetch(`/api/delegations?q=${encodeURIComponent(words)}`, { headers: { Accept: "application/json" } })).json();
}

function zone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone?.replaceAll("_", " ") ?? t("your time");
}
