/** What participants have sent to this room, for its staff: take it into the list or leave it. */
import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { ask, outbox, store } from "../core/boot.js";
import { others, say } from "../core/announce.js";
import { parts, t, timeOfDay, tn } from "../core/words.js";
import { kindWords } from "./kinds.js";
import { notice } from "./shell.js";

/** A link that says how many wait, for where the list itself may be out of sight; nothing when none does. */
export function proposalsLink(room) {
  const n = undecided(room).length;
  return n ? html`<a href="#proposals-title">${tn("{n} sent by participants", "{n} sent by participants", n)}</a>` : nothing;
}

/** Say, in time, when participants send something to this room. */
export function hearProposals(room) {
  store.watch(({ stream, changes = [] }) => {
    if (stream !== `room:${room}:staff`) return;
    for (const { put } of changes) if (put?.type === "proposal") others("sent", (n) => tn("{n} point sent by participants.", "{n} points sent by participants.", n));
  });
}

export function proposals(room, { undo } = {}) {
  const waiting = undecided(room);
  if (!waiting.length) return nothing;
  return html`
    <section class="part" aria-labelledby="proposals-title">
      <div class="part__title"><h2 id="proposals-title">${t("Sent by participants")}</h2><span class="part__act">${tn("{n} to look at", "{n} to look at", waiting.length)}</span></div>
      <ol class="points points--tight">${repeat(waiting, ({ id }) => id, (thing) => html`
        <li class="point point--draft" data-kind=${thing.kind}>
          <p class="point__kind">${kindWords(thing.kind)}</p>
          <p class="point__text" dir="auto">${thing.text}</p>
          <p class="point__meta"><span>${parts(t("sent by {who}"), { who: html`<bdi>${thing.by}</bdi>` })} ${thing.at ? timeOfDay(thing.at) : ""}</span></p>
          <div class="point__acts">
            <button type="button" class="button" @click=${() => accept(thing)}>${t("Take into the list")}</button>
            <button type="button" class="button button--quiet" @click=${() => decline(thing, undo)}>${t("Decline")}</button>
          </div>
        </li>`)}</ol>
    </section>`;
}

function undecided(room) {
  const decided = new Set(outbox.waiting.filter(({ name }) => name === "takeaway.accept" || name === "takeaway.decline").map(({ data }) => data.takeaway));
  return store.all("proposal", (thing) => thing.room === room.id && !decided.has(thing.id)).sort((a, b) => a.id - b.id);
}

async function accept(thing) {
  say(t("Taken into the list"));
  const answer = await ask("takeaway.accept", { takeaway: thing.id }).answered;
  if (!answer.ok) notice(answer.why);
}

async function decline(thing, undo) {
  const { id, answered } = ask("takeaway.decline", { takeaway: thing.id });
  const answer = await answered;
  notice(answer.ok ? t("Declined; the sender is told") : answer.why, answer.ok && undo ? { words: t("Undo"), run: () => undo(id) } : undefined);
}
