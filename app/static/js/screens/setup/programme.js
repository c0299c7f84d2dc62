/** Step 3: the dated sessions, their parts, and who speaks in them. */
import { html, nothing, repeat } from "../../../vendor/lit-html.js";
import { boot } from "../../core/boot.js";
import { number, t, tn } from "../../core/words.js";
import { icon } from "../../elements/icon.js";
import { notice } from "../../elements/shell.js";
import { fullDate } from "../../elements/times.js";
import { choiceField, delegationField, lineField, numberField, whenField } from "./fields.js";
import { act, basics, focusSoon, mayEdit, moveKeys, partSheet, partsOf, sessionSheet, sessions, speakerSheet, speakersOf, step, undo } from "./state.js";
import { tools } from "./tools.js";

export const KINDS = [["remarks", t("Remarks")], ["panel", t("Panel")], ["breakouts", t("Breakout rooms")], ["plenary", t("Plenary")], ["closing", t("Closing")]];
const STATES = { open: t("open now"), closed: t("held"), running: t("running now"), ended: t("held") };
const opened = new Set();

export function programmeStep() {
  const all = sessions();
  return html`<p class="quiet">${t("Hours are those of {zone}.", { zone: basics().time_zone ?? "UTC" })}</p>
    ${all.length ? html`<ol class="plan__sessions">${repeat(all, ({ id }) => id, (session, at) => oneSession(session, at, all))}</ol>` : html`<p class="empty">${t("No session is planned yet. Most meetings have one or two, each on a day of its own.")}</p>`}
    ${mayEdit() ? html`<p><button type="button" class="button" @click=${addSession}>${icon("plus")}${t("Add a session")}</button></p>` : nothing}`;
}

function oneSession(session, at, all) {
  const sheet = sessionSheet(session.id);
  const name = session.title || t("Session {n}", { n: number(at + 1) });
  const rows = partsOf(session);
  const move = (by) => step(all, session, by, (after) => act("session.move", { session: session.id, after }));
  return html`<li class="card plan__session" @keydown=${(event) => moveKeys(event, move)}><div class="plan__head"><h3 class="card__title"><bdi>${name}</bdi>${badge(session.state)}</h3>
      ${tools({ name, first: at === 0 || session.state !== "planned", last: at === all.length - 1 || session.state !== "planned", move, remove: () => removeSession(session, name, all) })}</div>
    <div class="plan__fields plan__fields--session">${lineField(sheet, "title", t("Title of the session"))}
      ${whenField(sheet, "date", t("Day"), "date", { warning: dayWarning(session, all[at - 1]) })}${whenField(sheet, "begins", t("Begins"), "time")}${whenField(sheet, "ends", t("Ends"), "time", { warning: hourWarning(session) })}</div>
    ${rows.length ? html`<ol class="plan__parts" aria-label=${t("Parts of {session}", { session: name })}>${repeat(rows, ({ id }) => id, (part, place) => onePart(part, place, rows, session))}</ol>` : html`<p class="empty">${t("This session has no parts yet.")}</p>`}
    ${mayEdit() && session.state !== "closed" ? html`<div class="plan__adds">${KINDS.map(([kind, words]) => html`<button type="button" class="chip" @click=${() => addPart(session, kind)}>${icon("plus")}${words}</button>`)}</div>` : nothing}</li>`;
}

function onePart(part, at, rows, session) {
  const sheet = partSheet(part.id);
  const kind = KINDS.find(([value]) => value === part.kind)?.[1] ?? part.kind;
  const name = part.title || kind;
  const move = (by) => movePart(part, by, rows, session);
  const speakers = speakersOf(part);
  return html`<li class="plan__part" @keydown=${(event) => moveKeys(event, move)}>
    <div class="plan__part-fields">${choiceField(sheet, "kind", t("Kind"), KINDS)}${lineField(sheet, "title", t("Title of the part"))}${numberField(sheet, "minutes", t("Minutes"))}</div>
    <div class="plan__part-tools">${badge(part.state)}${tools({ name, first: at === 0 && isFirst(session), last: at === rows.length - 1 && isLast(session), move, remove: () => removePart(part, name, rows) })}</div>
    ${part.kind === "breakouts" ? html`<p class="plan__speakers small"><a href="#rooms">${t("Its rooms are in the next step")}</a></p>` : html`<details class="plan__speakers" ?open=${opened.has(part.id)} @toggle=${({ target }) => { if (target.open) opened.add(part.id); else opened.delete(part.id); }}>
      <summary>${speakers.length ? tn("{n} speaker", "{n} speakers", speakers.length) : t("Speakers")}</summary>
      ${speakers.length ? html`<ol class="plan__list">${repeat(speakers, ({ id }) => id, (speaker, place) => oneSpeaker(speaker, place, speakers))}</ol>` : nothing}
      ${mayEdit() ? html`<p><button type="button" class="button button--quiet" @click=${() => addSpeaker(part)}>${icon("user-plus")}${t("Add a speaker")}</button></p>` : nothing}</details>`}</li>`;
}

function oneSpeaker(speaker, at, rows) {
  const sheet = speakerSheet(speaker.id);
  const name = speaker.speaker_name || speaker.title || t("Speaker {n}", { n: number(at + 1) });
  const move = (by) => step(rows, speaker, by, (after) => act("speaker.move", { speaker: speaker.id, after }));
  return html`<li class="plan__row" @keydown=${(event) => moveKeys(event, move)}><div class="plan__fields plan__fields--speaker">${lineField(sheet, "speaker_name", t("Name"))}${lineField(sheet, "title", t("Function"))}
      ${delegationField(sheet, "delegation", t("Delegation"))}${numberField(sheet, "minutes", t("Minutes"))}</div>
    ${tools({ name, first: at === 0, last: at === rows.length - 1, move, remove: () => removeSpeaker(speaker, name, rows) })}</li>`;
}

function dayWarning(session, before) {
  if (session.date && before?.date && session.date < before.date) return t("This is before the day of the session above, {date}.", { date: fullDate(before.date) });
  return "";
}

function hourWarning({ begins, ends }) {
  return begins && ends && ends <= begins ? t("This is before it begins, so it is taken for the day after.") : "";
}

function badge(state) {
  return STATES[state] ? html` <span class="badge ${state === "open" || state === "running" ? "badge--live" : ""}">${STATES[state]}</span>` : nothing;
}

const isFirst = (session) => sessions()[0]?.id === session.id;
const isLast = (session) => sessions().at(-1)?.id === session.id;

// Beyond the edge of its session a part goes into the next one.
function movePart(part, by, rows, session) {
  const at = rows.findIndex(({ id }) => id === part.id);
  const all = sessions();
  const neighbour = all[all.findIndex(({ id }) => id === session.id) + by];
  if (at + by >= 0 && at + by < rows.length) return step(rows, part, by, (after) => act("part.move", { part: part.id, session: session.id, after }));
  if (!neighbour) return undefined;
  const after = by < 0 ? partsOf(neighbour).at(-1)?.id ?? null : null;
  return act("part.move", { part: part.id, session: neighbour.id, after }).then((done) => done && notice(t("“{part}” is in “{session}” now.", { part: part.title, session: neighbour.title })));
}

async function addSession() {
  const made = await act("session.add", { meeting: boot.meeting_id, title: t("Session {n}", { n: number(sessions().length + 1) }) });
  if (made) focusSoon(sessionSheet(made.id).id("title"));
}

async function addPart(session, kind) {
  const title = KINDS.find(([value]) => value === kind)[1];
  const made = await act("part.add", { session: session.id, kind, title });
  if (made) focusSoon(partSheet(made.id).id("title"));
}

async function addSpeaker(part) {
  const made = await act("speaker.add", { part: part.id });
  if (made) focusSoon(speakerSheet(made.id).id("speaker_name"));
}

const planned = ({ speaker_name: speaker, title, delegation, minutes }) => ({ speaker, title, delegation, minutes });
const plannedPart = (part) => ({ title: part.title, kind: part.kind, minutes: part.minutes, speakers: speakersOf(part).map(planned) });
const before = (rows, thing) => rows[rows.findIndex(({ id }) => id === thing.id) - 1]?.id ?? null;

async function removeSession(session, name, all) {
  const again = { meeting: boot.meeting_id, title: session.title, date: session.date, begins: session.begins, ends: session.ends, parts: partsOf(session).map(plannedPart), after: before(all, session) };
  if (await act("session.remove", { session: session.id })) notice(t("“{name}” is taken out.", { name }), undo(() => act("session.add", again)));
}

async function removePart(part, name, rows) {
  const again = { session: part.session, ...plannedPart(part), after: before(rows, part) };
  if (await act("part.remove", { part: part.id })) notice(t("“{name}” is taken out.", { name }), undo(() => act("part.add", again)));
}

async function removeSpeaker(speaker, name, rows) {
  const { speaker_name, title, delegation, minutes } = speaker;
  const again = { part: speaker.part, speaker_name, title, delegation, minutes, after: before(rows, speaker) };
  if (await act("speaker.remove", { speaker: speaker.id })) notice(t("“{name}” is taken out.", { name }), undo(() => act("speaker.add", again)));
}
