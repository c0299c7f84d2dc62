/** What the board reads from the store, and how it asks. */
import { ask, boot, redraw, store } from "../../core/boot.js";
import { t } from "../../core/words.js";
import { notice } from "../../elements/shell.js";

/** What is open on this board: which dialog, which menu's target, which act is counting down. */
export const view = { dialog: null, leaving: null, round: null };

export function show(dialog) {
  view.dialog = dialog;
  redraw();
}

export const close = () => show(null);

export const meeting = () => store.get("meeting", boot.meeting_id) ?? {};
export const tally = (id) => store.get("tally", id);
export const row = (room) => store.get("board_row", room.id) ?? { people: 0, delegations: 0, present: 0, points: 0, approved: 0, proposed: 0, after_close: 0, last_activity: null, help: "" };
export const people = () => store.all("person");
export const pointsOf = (room) => store.all("point", (point) => point.room === room.id);
export const byPosition = (a, b) => a.position - b.position;

/** The part that is running, or else the next one; undefined when all is over. */
export function presentPart() {
  const parts = partsInOrder();
  return parts.find((part) => part.state === "running") ?? parts.find((part) => part.state === "planned");
}

export function partsInOrder() {
  const place = new Map(store.all("session").map((session) => [session.id, session.position]));
  return store.all("part").sort((a, b) => place.get(a.session) - place.get(b.session) || a.position - b.position);
}

export function roundsInOrder() {
  const order = new Map(partsInOrder().map((part, at) => [part.id, at]));
  return store.all("round").sort((a, b) => order.get(a.part) - order.get(b.part) || a.position - b.position);
}

/** The round the person chose to look at; else the one that is open or whose part runs, the one that still reports back, the next, the last. */
export function presentRound() {
  const rounds = roundsInOrder();
  const reporting = (round) => round.state === "closed" && roomsOf(round).some((room) => room.report !== "done");
  return rounds.find((round) => round.id === view.round)
    ?? rounds.find((round) => round.state === "open")
    ?? rounds.find((round) => store.get("part", round.part)?.state === "running")
    ?? rounds.filter(reporting).at(-1)
    ?? rounds.find((round) => round.state === "planned")
    ?? rounds.at(-1);
}

export function roomsOf(round) {
  return store.all("room", (room) => room.kind === "breakout" && (!round || room.round === round.id)).sort((a, b) => a.number - b.number);
}

/** Ask, say a refusal in a toast, and give the result; null when it was refused. */
export async function act(name, data) {
  const answer = await ask(name, data, { keep: false }).answered;
  if (answer.ok) return answer.result ?? {};
  notice(answer.why);
  return null;
}

/** The act of taking something back, for a notice. */
export const undo = (run) => ({ words: t("Undo"), run });
