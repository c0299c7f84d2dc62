/** How people get into the rooms of a round: the secretariat gives the places, or people choose until it opens or until a time. */
import { html, nothing } from "../../../vendor/lit-html.js";
import { ask, clock, refresh } from "../../core/boot.js";
import { t, timeOfDay } from "../../core/words.js";
import { modal } from "../../elements/modal.js";
import { notice } from "../../elements/shell.js";
import { fullDate } from "../../elements/times.js";
import { undo } from "../board/state.js";
import { accepted } from "./state.js";

let shown = false;

export function policyLine(round) {
  if (round.state !== "planned") return nothing;
  return html`<p class="seats__policy"><span>${inWords(round)}</span> <button class="button button--quiet" type="button" @click=${() => show(true)}>${t("Change")}</button></p>`;
}

export function policyDialog(round) {
  if (!shown) return nothing;
  return modal({
    title: t("How people get a room"), close: () => show(false), name: "policy",
    body: html`<form id="policy-form" class="stack stack--near" @submit=${(event) => { event.preventDefault(); save(round, event.target.elements); }}>
      <label class="check"><input type="radio" name="policy" value="assigned" ?checked=${round.policy === "assigned"}><span>${t("You give the places here, by hand, by “Fill the rest” or from a list.")}</span></label>
      <label class="check"><input type="radio" name="policy" value="choice" ?checked=${round.policy === "choice"}><span>${t("People choose on their phones, as long as a room has places. Whom you put somewhere stays there.")}</span></label>
      <div class="field"><label class="field__label" for="until">${t("They choose until (empty: until the rooms open)")}</label>
        <input class="input" id="until" name="until" type="datetime-local" .value=${round.choose_until ? atThisPlace(round.choose_until) : ""}></div></form>`,
    foot: html`<button class="button" type="button" @click=${() => show(false)}>${t("Leave it")}</button><button class="button button--primary" form="policy-form">${t("Save")}</button>`,
  });
}

function inWords({ policy, choose_until: until }) {
  if (policy === "assigned") return t("You give the places.");
  if (!until) return t("People choose their room until the rooms open.");
  if (Date.parse(until) <= clock.now()) return t("The time to choose is over. You give the places that are left.");
  const today = new Date(until).toDateString() === new Date(clock.now()).toDateString();
  return today ? t("People choose their room until {time}.", { time: timeOfDay(until) }) : t("People choose their room until {day}, {time}.", { day: fullDate(until.slice(0, 10)), time: timeOfDay(until) });
}

async function save(round, { policy, until }) {
  const before = { policy: round.policy, choose_until: round.choose_until };
  const set = async (wanted) => accepted(await ask("round.set_policy", { round: round.id, ...wanted }, { keep: false }).answered);
  const wanted = { policy: policy.value, choose_until: policy.value === "choice" && until.value ? new Date(until.value).toISOString() : null };
  if (!(await set(wanted))) return;
  show(false);
  notice(wanted.policy === "choice" ? t("Everybody sees the rooms and can choose now.") : t("You give the places now. What was chosen stays."), undo(() => set(before)));
}

function atThisPlace(iso) {
  const moment = new Date(iso);
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
}

function show(on) {
  shown = on;
  refresh();
}
