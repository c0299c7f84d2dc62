/** What the big screen reads of the meeting: only what everybody may know. */
import { boot, store } from "../../core/boot.js";
import { automatic } from "./automatic.js";

const byPlace = (a, b) => a.position - b.position;

/** Everything the views are drawn from, with `view`: what is on the screen now. */
export function facts() {
  const meeting = store.get("meeting", boot.meeting_id) ?? {};
  const sessions = store.all("session").sort(byPlace);
  const order = new Map(sessions.map((session, at) => [session.id, at]));
  const parts = store.all("part").sort((a, b) => order.get(a.session) - order.get(b.session) || byPlace(a, b));
  const rounds = store.all("round");
  const rooms = store.all("room", ({ kind }) => kind === "breakout").sort((a, b) => a.part - b.part || a.number - b.number);
  const points = store.all("stage_point").sort((a, b) => (a.position < b.position ? -1 : a.position > b.position ? 1 : a.id - b.id));
  const found = { meeting, sessions, parts, rounds, rooms, points };
  const chosen = store.get("stage", boot.meeting_id)?.view ?? "auto";
  return { ...found, chosen, view: chosen === "auto" ? automatic(found) : chosen, part: parts.find(({ state }) => state === "running"), next: parts.find(({ state }) => state === "planned") };
}

/** The round that the hall looks at: the open one, else that of the running part, else the last that was closed. */
export function roundOnStage({ rounds, parts, part }) {
  const order = new Map(parts.map(({ id }, at) => [id, at]));
  const sorted = [...rounds].sort((a, b) => order.get(a.part) - order.get(b.part) || byPlace(a, b));
  return sorted.find(({ state }) => state === "open") ?? sorted.find((round) => round.part === part?.id) ?? sorted.filter(({ state }) => state === "closed").at(-1) ?? sorted[0];
}

/** When the part or its rooms end, or undefined. */
export function endOf(part, rooms) {
  const ends = rooms.filter(({ state }) => state === "open").map(({ ends_at: at }) => at).filter(Boolean).sort().at(-1);
  if (ends) return ends;
  return part?.started_at && part.minutes ? new Date(Date.parse(part.started_at) + part.minutes * 60000).toISOString() : undefined;
}

/** Who speaks in a part, in the order of the programme. */
export function speakersOf(part) {
  return store.all("speaker", (speaker) => speaker.part === part.id).sort(byPlace);
}

/** How many places are taken in a room; undefined where so few that nobody is told. */
export function takenIn(room) {
  return store.get("room_places", room.id)?.taken ?? undefined;
}

/** When everybody is back from the rooms, while they are being called; undefined otherwise. */
export function closing(rounds) {
  return rounds.find(({ state, closing_at: at }) => state === "open" && at)?.closing_at;
}
