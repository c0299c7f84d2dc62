/** What of the set-up is complete and what is missing, from the things as they stand; pure, so that it can be tried without a page. */
import { t, tn } from "../../core/words.js";

/** The steps in order: `[id, words]`. */
export const STEPS = [["basics", t("Basics")], ["chairs", t("Co-chairs")], ["programme", t("Sessions and parts")], ["rooms", t("Breakout rooms")], ["people", t("People in charge")], ["links", t("Links and sheet")], ["review", t("Review")]];

/** A name that keeps its own direction within a sentence of the other one. */
const apart = (name) => `\u2068${name}\u2069`;

const LONGEST_SESSION = 12 * 60;

/**
 * Findings `{step, what, mend, weight}`: `weight` is "missing" where the meeting needs it, "look" where it may be meant so;
 * `mend` the id of the field to go to, or nothing. `plan`: `{basics, sessions, parts(session), rooms(part), speakers(part), holders(role, room), today}`.
 */
export function findings(plan) {
  return [...ofBasics(plan), ...ofSessions(plan), ...ofRooms(plan), ...ofPeople(plan)];
}

/** "done", "trouble" (something is missing), or "later" (nothing is there yet). */
export function stateOf(step, found, plan) {
  if (isBare(step, plan)) return "later";
  return found.some((one) => one.step === step && one.weight === "missing") ? "trouble" : "done";
}

function isBare(step, { basics, sessions, parts, holders }) {
  // Where a session has no parts yet, nobody knows whether it is to have rooms.
  const unplanned = sessions.some((session) => !parts(session).length) && !sessions.flatMap(parts).some(({ kind }) => kind === "breakouts");
  return { chairs: !basics.co_chairs?.length, programme: !sessions.length, rooms: !sessions.length || unplanned, people: !holders("co_chair").length && !holders("moderator").length }[step] ?? false;
}

function ofBasics({ basics }) {
  const found = [];
  if (!basics.title) found.push(missing("basics", t("The meeting has no title."), "meeting-edit"));
  if (basics.time_zone === "UTC") found.push(look("basics", t("The meeting goes by UTC. Choose a place, such as Europe/London, if it has one."), "time_zone"));
  if (!basics.video_link) found.push(look("basics", t("Nobody is told where the video is."), "video_link"));
  if (!basics.co_chairs?.length) found.push(missing("chairs", t("Nobody co-chairs the meeting."), "new-chair"));
  return found;
}

function ofSessions({ sessions, parts, speakers, today }) {
  if (!sessions.length) return [missing("programme", t("No session is planned."))];
  return sessions.flatMap((session, at) => [...ofSession(session, sessions[at - 1], parts(session), today), ...parts(session).flatMap((part) => ofSpeakers(part, speakers(part)))]);
}

function ofSession(session, before, parts, today) {
  const name = apart(session.title || t("Session {n}", { n: session.position }));
  const found = [];
  const at = (field) => `session-edit-${session.id}-${field}`;
  if (!session.date) found.push(missing("programme", t("“{name}” has no day yet.", { name }), at("date")));
  else if (session.state === "planned" && session.date < today) found.push(look("programme", t("“{name}” is planned for a day that is past.", { name }), at("date")));
  if (session.date && before?.date && session.date < before.date) found.push(missing("programme", t("“{name}” is dated before the session above it.", { name }), at("date")));
  if (!session.begins) found.push(missing("programme", t("“{name}” has no hour at which it begins.", { name }), at("begins")));
  if (session.begins && session.ends && lasts(session) > LONGEST_SESSION) found.push(look("programme", t("“{name}” lasts longer than twelve hours. Look at its two times.", { name }), at("ends")));
  if (!parts.length) found.push(missing("programme", t("“{name}” has no parts.", { name }), at("title")));
  const untimed = parts.filter(({ minutes }) => !minutes);
  if (untimed.length) found.push(look("programme", tn("“{name}”: {n} part has no minutes.", "“{name}”: {n} parts have no minutes.", untimed.length, { name }), `part-edit-${untimed[0].id}-minutes`));
  const planned = parts.reduce((sum, { minutes }) => sum + minutes, 0);
  if (session.begins && session.ends && planned > lasts(session)) found.push(look("programme", t("The parts of “{name}” take {planned} minutes, the session {minutes}.", { name, planned, minutes: lasts(session) }), at("ends")));
  return found;
}

// Whoever is known by function alone, "the Minister of Defence", is planned; a row that says of nobody who speaks is not.
function ofSpeakers(part, speakers) {
  const nameless = speakers.filter(({ speaker_name: name }) => !name?.trim());
  return nameless.map(({ id, title }) => (title?.trim() ? look : missing)("programme", t("A speaker in “{name}” has no name.", { name: apart(part.title) }), `speaker-edit-${id}-speaker_name`));
}

/** The minutes of a session; one that ends before it begins ends the day after. */
export function lasts({ begins, ends }) {
  const minutes = (time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return (minutes(ends) - minutes(begins) + 1440 - 1) % 1440 + 1;
}

function ofRooms({ sessions, parts, rooms, holders }) {
  const breakouts = sessions.flatMap(parts).filter(({ kind }) => kind === "breakouts");
  if (!breakouts.length) return sessions.length ? [look("rooms", t("This is a meeting without breakout rooms."))] : [];
  return breakouts.flatMap((part) => {
    const all = rooms(part);
    const numbers = all.map(({ number }) => number);
    if (!all.length) return [missing("rooms", t("“{name}” has no rooms.", { name: apart(part.title) }))];
    return all.flatMap((room) => ofRoom(room, numbers, holders));
  });
}

function ofRoom(room, numbers, holders) {
  const name = apart(room.title ? `${room.number}. ${room.title}` : t("Room {number}", { number: room.number }));
  const at = (field) => `room-plan-${room.id}-${field}`;
  const found = [];
  if (!room.title) found.push(missing("rooms", t("{name} has no theme.", { name }), at("title")));
  if (!room.question) found.push(look("rooms", t("{name} has no question to discuss.", { name }), at("question")));
  if (numbers.filter((number) => number === room.number).length > 1) found.push(missing("rooms", t("Two rooms have the number {number}.", { number: room.number }), at("number")));
  if (!holders("moderator", room.id).length) found.push(missing("people", t("{name} has no moderator.", { name }), `slot-moderator-${room.id}-name`));
  if (!holders("rapporteur", room.id).length) found.push(missing("people", t("{name} has no rapporteur.", { name }), `slot-rapporteur-${room.id}-name`));
  return found;
}

function ofPeople({ basics, holders }) {
  const there = new Set(holders("co_chair").map(({ delegation }) => delegation));
  return (basics.co_chairs ?? []).filter((name) => !there.has(name)).map((name) => missing("people", t("Nobody speaks for {name} in the chair.", { name: apart(name) }), `slot-co_chair-${name.replace(/\W/g, "-")}-name`));
}

const missing = (step, what, mend = "") => ({ step, what, mend, weight: "missing" });
const look = (step, what, mend = "") => ({ step, what, mend: mend && !mend.includes("-") ? `meeting-edit-${mend}` : mend, weight: "look" });
