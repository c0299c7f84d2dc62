/**
 * The lobby, for those who let in: who waits, whom of the people we know each may be, and who came in but may be here twice.
 * For pages that follow the stream of the chairs; the style is css/screens/lobby.css.
 */
import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { ask, refresh, store } from "../core/boot.js";
import { parts, t, timeOfDay, tn } from "../core/words.js";
import { delegationName } from "./delegation-names.js";
import { openDialog } from "./dialog.js";
import { icon } from "./icon.js";
import { notice } from "./shell.js";

const SHOWN_AT_ONCE = 12;
const busy = new Set();

/** Everybody about whom there is something to say, those who wait first, in the order in which they came. */
export function inLobby() {
  return store.all("waiting").sort((a, b) => a.admitted - b.admitted || (a.asked_at ?? "").localeCompare(b.asked_at ?? "") || a.id - b.id);
}

/** The queue as a part of a page; nothing where nobody waits. */
export function lobbyQueue() {
  const waiting = inLobby();
  if (!waiting.length) return nothing;
  const asking = waiting.filter((one) => !one.turned_away);
  const plain = asking.filter((one) => !one.like && !one.admitted);
  return html`<section class="part lobby" aria-labelledby="lobby-title"><div class="part__title"><h2 id="lobby-title">${icon("door-open")} ${t("Lobby")}</h2>
      <p class="part__act" role="status">${tn("{n} person asks to be let in", "{n} people ask to be let in", asking.filter((one) => !one.admitted).length)}</p></div>
    ${plain.length > 1 ? html`<p class="row"><button class="button" type="button" aria-busy=${busy.has("all")} @click=${() => admitAll(plain)}>${tn("Let in {n} person about whom there is no question", "Let in all {n} about whom there is no question", plain.length)}</button></p>` : nothing}
    <ul class="lobby__list">${repeat(waiting.slice(0, SHOWN_AT_ONCE), (one) => one.id, row)}</ul>
    ${waiting.length > SHOWN_AT_ONCE ? html`<p class="small quiet">${tn("{n} more waits behind them.", "{n} more wait behind them.", waiting.length - SHOWN_AT_ONCE)}</p>` : nothing}</section>`;
}

function row(one) {
  return html`<li class="lobby__row ${one.turned_away ? "lobby__row--away" : ""}"><div class="lobby__who"><strong><bdi>${one.name}</bdi></strong>
      <span class="small quiet"><bdi>${delegationName(one.delegation) || t("no delegation")}</bdi>${one.asked_at ? html` · ${t("since {time}", { time: timeOfDay(one.asked_at) })}` : nothing}</span>
      ${one.turned_away ? html`<span class="small">${parts(t("Turned away: {why}"), { why: html`<bdi>${one.turned_away}</bdi>` })}</span>` : one.like ? question(one) : nothing}</div>
    <div class="lobby__acts">${acts(one)}</div></li>`;
}

function question({ like, admitted }) {
  const who = { name: html`<strong><bdi>${like.name}</bdi></strong>` };
  if (like.banned) return html`<span class="lobby__question lobby__question--bad">${icon("triangle-alert")}<span>${parts(t("Looks like {name}, who was put out for good."), who)}</span></span>`;
  return html`<span class="lobby__question">${icon("circle-help")}<span>${parts(asked(like, admitted), who)} <span class="quiet">${reason(like)}</span></span></span>`;
}

function asked({ put_out: out, why }, admitted) {
  if (out) return t("Is this {name}, who was put out before?");
  if (why === "in" && admitted) return t("Here twice? {name} was signed in already when this person came in under the same name.");
  return t("Is this {name} of the list?");
}

function reason({ why, delegation }) {
  return { same: t("Same name and delegation."), near: t("Similar name, same delegation."), name: t("Same name for {delegation}.", { delegation: delegation || t("no delegation") }) }[why] ?? "";
}

function acts(one) {
  const wait = busy.has(one.id);
  const button = (words, run, look = "") => html`<button class="button ${look}" type="button" ?disabled=${wait} @click=${run}>${words}<span class="unseen"> ${one.name}</span></button>`;
  const like = one.like && !one.like.banned;
  if (one.turned_away) return button(t("Let in after all"), () => act(one, "lobby.new", {}, t("{name} is let in.", one)));
  return html`${like ? button(t("Yes, the same person"), () => act(one, "lobby.same", { is_really: one.like.id }, t("{name} is {known} and counted once.", { name: one.name, known: one.like.name })), "button--primary") : nothing}
    ${one.like ? button(t("No, a new person"), () => act(one, "lobby.new", {}, one.admitted ? t("{name} stays as a person of their own.", one) : t("{name} is let in.", one))) : button(t("Let in"), () => act(one, "lobby.new", {}, t("{name} is let in.", one)), "button--primary")}
    ${one.admitted ? nothing : button(t("Turn away"), () => turnAway(one), "button--quiet button--danger")}`;
}

async function act(one, name, data, done) {
  busy.add(one.id);
  refresh();
  const answer = await ask(name, { person: one.id, ...data }, { keep: false }).answered;
  busy.delete(one.id);
  notice(answer.ok ? done : answer.why);
  refresh();
}

async function admitAll(people) {
  busy.add("all");
  let many = 0;
  for (const one of people) if ((await ask("lobby.new", { person: one.id }, { keep: false }).answered).ok) many += 1;
  busy.delete("all");
  notice(tn("{n} person is let in.", "{n} people are let in.", many));
  refresh();
}

function turnAway(one) {
  let why = "";
  openDialog({
    title: t("Turn {name} away", { name: one.name }),
    body: () => html`<div class="field"><label class="field__label" for="turn-away">${t("Why? They read this.")}</label>
      <input class="input" id="turn-away" dir="auto" maxlength="300" autocomplete="off" @input=${({ target }) => { why = target.value; }}></div>
      <p class="small quiet">${t("They may mend their name and delegation and ask again.")}</p>`,
    acts: [{ words: t("Turn away"), primary: true, run: async () => {
      if (!why.trim()) return t("Please write a reason; they read it.");
      const answer = await ask("lobby.turn_away", { person: one.id, why }, { keep: false }).answered;
      return answer.ok ? true : answer.why;
    } }],
  });
}
