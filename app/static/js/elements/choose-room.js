/** Choosing one's own breakout room: a card per room with its free places, one tap, and at once what came of it. */
import { html, nothing } from "../../vendor/lit-html.js";
import { ask, clock, refresh, store } from "../core/boot.js";
import { number, t, timeOfDay, tn } from "../core/words.js";

let refused;

/** The round that is open to this person's choice now, if there is one. */
export function roundToChoose(me) {
  const open = ({ policy, state, choose_until: until }) => policy === "choice" && state === "planned" && !(Date.parse(until) <= clock.now());
  return me.roles?.every(({ role }) => role === "observer") && store.all("round", open).sort((a, b) => a.part - b.part)[0];
}

export function chooseRoom(me) {
  const round = roundToChoose(me);
  if (!round) return nothing;
  const rooms = store.all("room", (room) => room.round === round.id).sort((a, b) => a.number - b.number);
  const pinned = rooms.filter(({ id }) => me.pinned.includes(id));
  return html`<section class="part"><div class="part__title"><h2>${pinned[0] ? t("Your room") : t("Choose your room")}</h2>
      ${round.choose_until ? html`<p class="part__act">${t("until {time}", { time: timeOfDay(round.choose_until) })}</p>` : nothing}</div>
    ${pinned[0] ? html`<p class="banner" role="status">${t("The secretariat has placed you in this room.")}</p>` : nothing}
    ${refused ? html`<p class="banner banner--bad" role="alert">${refused}</p>` : nothing}
    ${(pinned[0] ? pinned : rooms).map((room) => card(room, me.rooms.includes(room.id)))}</section>`;
}

function card(room, mine) {
  const free = room.capacity - (store.get("room_places", room.id)?.taken ?? 0);
  const full = room.capacity && free < 1;
  return html`<button class="card pick ${mine ? "card--marked" : ""}" type="button" aria-pressed=${mine ? "true" : "false"} @click=${() => choose(room)}>
    <span class="card__title">${number(room.number)}. <bdi>${room.title}</bdi></span>${room.question ? html`<span class="quiet" dir="auto">${room.question}</span>` : nothing}
    <span class="row row--apart"><strong>${mine ? t("Your choice") : full ? t("Full") : nothing}</strong>${room.capacity && !full ? tn("{n} place free", "{n} places free", free) : nothing}</span></button>`;
}

async function choose(room) {
  const answer = await ask("placement.choose", { round: room.round, room: room.id }).answered;
  refused = answer.why;
  refresh();
}
