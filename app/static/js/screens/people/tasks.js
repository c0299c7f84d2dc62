/** The tasks of one person: the roles they have, given and taken here. */
import { html, nothing } from "../../../vendor/lit-html.js";
import { refresh, store } from "../../core/boot.js";
import { number, t } from "../../core/words.js";
import { icon } from "../../elements/icon.js";
import { modal } from "../../elements/modal.js";
import { notice } from "../../elements/shell.js";
import { act, isSecretariat, rooms, undo, view } from "./state.js";
import { nameOfRoom, roleInWords } from "./words.js";

const OF_A_ROOM = ["moderator", "rapporteur"];
const OF_THE_MEETING = ["co_chair", "secretariat", "observer", "display"];
const chosen = { role: "moderator", room: null };

export function openTasks(id) {
  view.dialog = id;
  refresh();
}

const close = () => openTasks(null);

export function tasksDialog() {
  const person = view.dialog && store.get("person", view.dialog);
  if (!person) return nothing;
  const roles = isSecretariat() ? [...OF_A_ROOM, ...OF_THE_MEETING] : OF_A_ROOM;
  const inRoom = OF_A_ROOM.includes(chosen.role);
  const all = rooms();
  return modal({ title: t("Tasks of {name}", { name: person.name }), name: "tasks", close, body: html`
    ${person.roles.length ? html`<ul class="chips">${person.roles.map((held) => html`<li><span class="chip">${inWords(held)}${mayGive(held.role) ? html`<button class="chip__x" type="button" aria-label=${t("Take away: {task}", { task: inWords(held) })} @click=${() => take(person, held)}>${icon("x")}</button>` : nothing}</span></li>`)}</ul>`
      : html`<p class="quiet">${t("No task yet: this person takes part.")}</p>`}
    <form class="stack stack--near" @submit=${(event) => { event.preventDefault(); give(person, inRoom, all); }}>
      <div class="field"><label class="field__label" for="task-role">${t("Give a task")}</label><select class="input" id="task-role" @change=${({ target }) => { chosen.role = target.value; refresh(); }}>
        ${roles.map((role) => html`<option value=${role} ?selected=${chosen.role === role}>${roleInWords(role)}</option>`)}</select></div>
      ${inRoom ? html`<div class="field"><label class="field__label" for="task-room">${t("Room")}</label><select class="input" id="task-room" @change=${({ target }) => { chosen.room = Number(target.value); }}>
        ${all.map((room) => html`<option value=${room.id} ?selected=${chosen.room === room.id}>${nameOfRoom(room)}</option>`)}</select></div>` : nothing}
      <div class="row row--end"><button class="button button--primary" type="submit" ?disabled=${inRoom && !all.length}>${t("Give the task")}</button></div></form>
    ${isSecretariat() ? nothing : html`<p class="small quiet">${t("Co-chairs appoint moderators and rapporteurs; the other roles are given by the secretariat.")}</p>`}` });
}

const mayGive = (role) => isSecretariat() || OF_A_ROOM.includes(role);

function inWords({ role, room }) {
  const where = room ? store.get("room", room) : null;
  return where ? t("{role}, room {number}", { role: roleInWords(role), number: number(where.number) }) : roleInWords(role);
}

async function give(person, inRoom, all) {
  const room = inRoom ? chosen.room ?? all[0].id : null;
  const data = { person: person.id, role: chosen.role, room };
  if (await act("role.grant", data)) notice(t("{name} has the task: {task}.", { name: person.name, task: inWords(data) }), undo(() => act("role.revoke", data)));
}

async function take(person, { role, room }) {
  const data = { person: person.id, role, room: room ?? null };
  if (await act("role.revoke", data)) notice(t("{name} no longer has the task: {task}.", { name: person.name, task: inWords(data) }), undo(() => act("role.grant", data)));
}
