/** Choosing one's own breakout room: a card per room with its free places, one tap, and at once what came of it. */
import { html, nothing } from "../../vendor/lit-html.js";
import { ask, clock, refresh, store } from "../core/boot.js";
import { t, timeOfDay, tn } from "../core/words.js";

let refused;

/** The round that is open to this person's choice now, if there is one. */
export function roundToChoose(me) {
  const open = ({ policy, state, choose_until: until }) => policy === "choice" && state === "planned" && !(Date.parse(until) <= clock.now());
  return me.roles?.every(({ role }) => role === "observer") && store.all("round", open)[0];
}

export function chooseRoom(me) {
  const round = roundToChoose(me);
  if (!round) return nothing;
  const rooms = store.all("room", (room) => room.round === round.id).sort((a, b) => a.number - b.number);
  const pinned = rooms.filter(({ id }) => me.pinned.includes(id));
  const words = pinned[0] ? t("The secretariat has placed you in this room.") : refused;
  return html`<section class="part"><div class="part__title"><h2>${t("Choose your room")}</h2>
      ${round.choose_until ? html`<p class="part__act">${t("until {time}", { time: timeOfDay(round.choose_until) })}</p>` : nothing}</div>
    ${words ? html`<p class="banner banner--care" role="alert">${words}</p>` : nothing}
    ${(pinned[0] ? pinned : rooms).map((room) => card(room, me.rooms.includes(room.id)))}</section>`;
}

function card(room, mine) {
  const free = room.capacity - (store.get("room_places", room.id)?.taken ?? 0);
  const full = room.capacity && free < 1;
  return html`<button class="card pick" type="button" aria-pressed=${String(mine)} @click=${() => choose(room)}>
    <span class="card__title">${room.number}. <bdi>${room.title}</bdi></span>${room.question ? html`<span class="quiet" dir="auto">${room.question}</span>` : nothing}
    <span class="row row--apart"><strong>${mine ? t("Your room") : full ? t("Full") : ""}</strong>${room.capacity && !full ? tn("{n} place free", "{n} places free", free) : nothing}</span></button>`;
}

async function choose(room) {
  refused = (await ask("placement.choose", { round: room.round, room: room.id }).answered).why;
  refresh();
}
