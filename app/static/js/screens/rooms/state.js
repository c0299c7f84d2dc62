/** What the page reads from the store, who is chosen, and what is searched for. */
import { boot, refresh, store } from "../../core/boot.js";
import { notice } from "../../elements/shell.js";
import { people, presentRound, roomsOf, roundsInOrder, view } from "../board/state.js";

export { presentRound, roomsOf, roundsInOrder, view };

/** The ids of the people who are chosen to be moved. */
export const chosen = new Set();
export const search = { words: "", only: "" };

const byName = new Intl.Collator(boot.lang || "en", { numeric: true });
// What three thousand people need again at every letter typed is worked out once for each of them.
const spoken = new WeakMap();
let known;
let seated = {};

store.watch(() => { known = undefined; seated = {}; });

/** Everybody who can sit in a room, by delegation and name; sorted once for all drawing until something is told. */
export function everybody() {
  known ??= people().filter(({ roles }) => !roles.some(({ role }) => role === "display")).sort((a, b) => byName.compare(a.delegation, b.delegation) || byName.compare(a.name, b.name));
  return known;
}

/** The people of each room of the round by room id; under null those who need a room and have none. */
export function seatedIn(round) {
  if (seated.round === round) return seated.seats;
  const seats = new Map([[null, []], ...roomsOf(round).map(({ id }) => [id, []])]);
  for (const person of everybody()) {
    const room = roomIn(person, seats);
    if (room !== null || needsRoom(person)) seats.get(room).push(person);
  }
  seated = { round, seats };
  return seats;
}

/** Does what is searched for show this person? */
export function wanted(person, room) {
  const { only } = search;
  if (only === "here" && !person.present) return false;
  if (only === "pinned" && !person.pinned.includes(room)) return false;
  if (only === "chosen" && !person.chosen.includes(room)) return false;
  if (!search.words.trim()) return true;
  const words = plain(search.words).split(/\s+/).filter(Boolean);
  if (!spoken.has(person)) spoken.set(person, plain(`${person.name} ${person.delegation}`));
  return words.every((word) => spoken.get(person).includes(word));
}

/** Choose people, or choose them off; `alone`: nobody but them. */
export function choose(ids, alone = false, on = true) {
  if (alone) chosen.clear();
  for (const id of ids) on ? chosen.add(id) : chosen.delete(id);
  refresh();
}

export const chooseNobody = () => choose([], true);

export function roomIn(person, seats) {
  return person.rooms.find((room) => seats.has(room)) ?? null;
}

/** The words of an answer for a notice: what came of it, and what the server adds. */
export function told(answer, words) {
  return answer.ok ? [words, ...(answer.notices ?? [])].join(" ") : answer.why;
}

/** Say a refusal; gives whether there was none. */
export function accepted(answer) {
  if (!answer.ok) notice(answer.why);
  return answer.ok;
}

// Whoever has a task has a place by it; whoever waits in the lobby is let in from the board first.
function needsRoom(person) {
  return (person.admitted || !person.present) && person.roles.every(({ role }) => role === "observer");
}

const plain = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
