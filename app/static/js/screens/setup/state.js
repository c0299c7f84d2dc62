/** What the wizard reads from the store, and how it asks. */
import { ask, boot, refresh, store } from "../../core/boot.js";
import { say } from "../../core/announce.js";
import { number, t } from "../../core/words.js";
import { notice } from "../../elements/shell.js";
import { sheet } from "./sheet.js";

export const view = { step: "basics", focus: "", links: new Map(), invitations: null, file: null, busy: "" };

export const me = () => store.get("me", boot.me?.id) ?? boot.me;
export const mayEdit = () => Boolean(me()?.roles?.some(({ role }) => role === "secretariat"));
export const basics = () => store.get("basics", boot.meeting_id) ?? { co_chairs: [] };
export const byPosition = (a, b) => a.position - b.position;
export const sessions = () => store.all("session_plan").sort(byPosition);
export const partsOf = (session) => store.all("part_plan", (part) => part.session === session.id).sort(byPosition);
export const speakersOf = (part) => store.all("speaker_plan", (speaker) => speaker.part === part.id).sort(byPosition);
export const roomsOf = (part) => store.all("room_plan", (room) => room.part === part.id).sort((a, b) => a.number - b.number || a.id - b.id);
export const roundOf = (part) => store.all("round", (round) => round.part === part.id).sort(byPosition).at(-1);
export const parts = () => sessions().flatMap(partsOf);
export const breakoutParts = () => parts().filter(({ kind }) => kind === "breakouts");
export const allRooms = () => breakoutParts().flatMap(roomsOf);

/** Those who have a role (in a room), as they are set up. */
export function holders(role, room = null) {
  return store.all("person", (person) => person.roles.some((held) => held.role === role && (held.room ?? null) === room))
    .map((person) => store.get("contact", person.id)).filter(Boolean).sort((a, b) => a.id - b.id);
}

export const basicsSheet = () => sheet("meeting.edit", { meeting: boot.meeting_id }, basics);
export const sessionSheet = (id) => sheet("session.edit", { session: id }, () => store.get("session_plan", id));
export const partSheet = (id) => sheet("part.edit", { part: id }, () => store.get("part_plan", id));
export const speakerSheet = (id) => sheet("speaker.edit", { speaker: id }, () => store.get("speaker_plan", id));
export const roomSheet = (id) => sheet("room.plan", { room: id }, () => store.get("room_plan", id));
export const personSheet = (id) => sheet("person.edit", { person: id }, () => store.get("contact", id));

/** Ask, say a refusal in a notice, and give the result; null when it was refused. */
export async function act(name, data) {
  const answer = await ask(name, data, { keep: false }).answered;
  if (answer.ok) return answer.result ?? {};
  notice(answer.why);
  return null;
}

/** Give the focus to the element of that id as soon as it is there. */
export function focusSoon(id) {
  view.focus = id;
  refresh();
}

export function takeFocus() {
  if (!view.focus) return;
  const wanted = document.getElementById(view.focus);
  if (!wanted) return;
  view.focus = "";
  wanted.focus();
  wanted.scrollIntoView?.({ block: "nearest" });
}

/** Move a thing one place up (-1) or down (1) among its `rows`; `ask(after)` does it. */
export async function step(rows, thing, by, move) {
  const at = rows.findIndex(({ id }) => id === thing.id);
  const to = at + by;
  if (to < 0 || to >= rows.length) return;
  const others = rows.filter(({ id }) => id !== thing.id);
  if (await move(others[to - 1]?.id ?? null)) say(t("Moved to {place} of {n}", { place: number(to + 1), n: number(rows.length) }));
}

/** The keys that move a row: Alt with an arrow. */
export function moveKeys(event, run) {
  if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown") || event.isComposing) return;
  event.preventDefault();
  event.stopPropagation();
  run(event.key === "ArrowUp" ? -1 : 1);
}

export const undo = (run) => ({ words: t("Undo"), run });
