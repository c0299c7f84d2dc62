/** Step 4: the breakout rooms of each part that has some. */
import { html, nothing, repeat } from "../../../vendor/lit-html.js";
import { store } from "../../core/boot.js";
import { number, t } from "../../core/words.js";
import { icon } from "../../elements/icon.js";
import { notice } from "../../elements/shell.js";
import { ATTRIBUTIONS } from "./basics.js";
import { choiceField, delegationField, lineField, numberField, textField } from "./fields.js";
import { act, basics, breakoutParts, focusSoon, holders, mayEdit, moveKeys, roomSheet, roomsOf, roundOf, sessions, step, undo } from "./state.js";
import { tools } from "./tools.js";

export function roomsStep() {
  const parts = breakoutParts();
  if (!parts.length) return html`<p class="empty">${t("No part of the programme has breakout rooms. A meeting without rooms works; its points are captured in plenary.")}${mayEdit() && sessions().length ? html`<button type="button" class="button" @click=${addPart}>${icon("plus")}${t("Add a part with breakout rooms")}</button>` : html`<a class="button" href="#programme">${t("Go to sessions and parts")}</a>`}</p>`;
  return parts.map((part) => html`<section class="part" aria-labelledby="rooms-of-${part.id}"><div class="part__title"><h3 id="rooms-of-${part.id}"><bdi>${part.title || t("Breakout rooms")}</bdi></h3><span class="part__act"><bdi>${store.get("session_plan", part.session)?.title}</bdi></span></div>
    ${roomsOf(part).length ? html`<ol class="plan__rooms">${repeat(roomsOf(part), ({ id }) => id, (room, at) => oneRoom(room, at, roomsOf(part)))}</ol>` : html`<p class="empty">${t("This part has no rooms yet.")}</p>`}
    ${mayEdit() ? html`<p><button type="button" class="button" @click=${() => addRoom(part)}>${icon("plus")}${t("Add a room")}</button></p>` : nothing}</section>`);
}

export const nameOf = (room) => (room.title ? t("{number}. {title}", { number: number(room.number), title: room.title }) : t("Room {number}", { number: number(room.number) }));

function oneRoom(room, at, rows) {
  const sheet = roomSheet(room.id);
  const name = nameOf(room);
  const isPlanned = room.state === "planned";
  const move = (by) => step(rows, room, by, (after) => act("room.move", { room: room.id, after }));
  const twin = rows.some((other) => other.id !== room.id && other.number === room.number);
  return html`<li class="card plan__room" @keydown=${(event) => moveKeys(event, move)}><div class="plan__head"><h4 class="card__title"><bdi>${name}</bdi>${isPlanned ? nothing : html` <span class="badge ${room.state === "open" ? "badge--live" : ""}">${room.state === "open" ? t("open now") : t("closed")}</span>`}</h4>
      ${tools({ name, first: at === 0 || !isPlanned, last: at === rows.length - 1 || !isPlanned, move, remove: () => removeRoom(room, name) })}</div>
    <div class="plan__fields plan__fields--room">${numberField(sheet, "number", t("Number"), { warning: twin ? t("Another room has this number.") : "" })}${lineField(sheet, "title", t("Theme"))}
      ${textField(sheet, "question", t("Question to discuss"), { wide: true, rows: 2 })}
      ${delegationField(sheet, "moderated_by", t("Moderated by"), { hint: t("A delegation; the person is named in the next step") })}
      ${lineField(sheet, "video_link", t("Video link"), { type: "url", dir: "ltr", inputmode: "url", hint: t("Seen only by those in the room") })}
      ${choiceField(sheet, "attribution", t("Attribution"), ATTRIBUTIONS)}${numberField(sheet, "capacity", t("Places (empty: no limit)"))}</div></li>`;
}

async function addRoom(part) {
  const rooms = roomsOf(part);
  const round = roundOf(part)?.id ?? (await act("round.prepare", { part: part.id, minutes: Math.min(600, part.minutes || 45) }))?.id;
  if (!round) return;
  const made = await act("room.add", { round, number: Math.max(0, ...rooms.map((room) => room.number)) + 1, attribution: basics().attribution || "not attributed" });
  if (made) focusSoon(roomSheet(made.id).id("title"));
}

async function addPart() {
  const made = await act("part.add", { session: sessions().at(-1).id, kind: "breakouts", title: t("Breakout rooms") });
  if (made) await addRoom({ id: made.id, minutes: 0 });
}

async function removeRoom(room, name) {
  const { round, number: figure, title, question, moderated_by, video_link, attribution, capacity } = room;
  const team = ["moderator", "rapporteur"].flatMap((role) => holders(role, room.id).map(({ id }) => ({ role, person: id })));
  if (!(await act("room.remove", { room: room.id }))) return;
  notice(t("“{name}” is taken out.", { name }), undo(async () => {
    const made = await act("room.add", { round, number: figure, title, question, moderated_by, video_link, attribution, capacity });
    for (const { role, person } of made ? team : []) await act("role.grant", { person, role, room: made.id });
  }));
}
