/** Step 5: who is in charge: a person for each co-chairing delegation, a moderator and a rapporteur for each room. */
import { html, live, nothing, repeat } from "../../../vendor/lit-html.js";
import { ask, boot, refresh, store } from "../../core/boot.js";
import { draft, keepDraft } from "../../core/drafts.js";
import { t } from "../../core/words.js";
import { icon } from "../../elements/icon.js";
import { notice } from "../../elements/shell.js";
import { delegationField, lineField } from "./fields.js";
import { nameOf } from "./rooms.js";
import { act, allRooms, basics, focusSoon, holders, mayEdit, me, personSheet, undo } from "./state.js";

export function peopleStep() {
  return html`<div class="row row--apart"><p class="quiet">${t("Each of them gets a personal link in the next step. An e-mail address is optional and is seen only by those who run the meeting.")}</p>
      <a class="button" href=${`/m/${boot.meeting_id}/people`}>${icon("users")}${t("Import people")}</a></div>
    ${slots().map((slot) => oneSlot(slot))}`;
}

/** Every task of the meeting: `{key, role, room, words, delegation, people}`. */
export function slots() {
  const chairs = holders("co_chair");
  const seats = basics().co_chairs ?? [];
  const others = chairs.filter(({ delegation }) => !seats.includes(delegation));
  return [
    ...seats.map((delegation) => ({ key: `co_chair:${delegation}`, role: "co_chair", room: null, words: t("Co-chair"), where: delegation, delegation, people: chairs.filter((person) => person.delegation === delegation) })),
    ...(others.length ? [{ key: "co_chair:", role: "co_chair", room: null, words: t("Co-chair"), where: t("of another delegation"), delegation: "", people: others }] : []),
    ...allRooms().flatMap((room) => [
      { key: `moderator:${room.id}`, role: "moderator", room: room.id, words: t("Moderator"), where: nameOf(room), delegation: room.moderated_by, people: holders("moderator", room.id) },
      { key: `rapporteur:${room.id}`, role: "rapporteur", room: room.id, words: t("Rapporteur"), where: nameOf(room), delegation: "", people: holders("rapporteur", room.id) }]),
    { key: "secretariat:", role: "secretariat", room: null, words: t("Secretariat"), where: "", delegation: "", people: holders("secretariat") },
    { key: "display:", role: "display", room: null, words: t("Big screen"), where: t("the computer in the hall that shows it"), delegation: "", people: holders("display") },
  ];
}

function oneSlot(slot) {
  const id = `slot-${slot.key.replace(/\W/g, "-")}`;
  return html`<section class="plan__slot" aria-labelledby=${id}><h3 id=${id} class="plan__slot-name">${slot.words}${slot.where ? html` <span class="quiet"><bdi>${slot.where}</bdi></span>` : nothing}</h3>
    ${repeat(slot.people, (person) => person.id, (person) => onePerson(person, slot))}
    ${mayEdit() ? slot.people.length ? html`<details class="plan__another"><summary>${t("Add another person")}</summary>${addPerson(slot, id)}</details>` : addPerson(slot, id) : slot.people.length ? nothing : html`<p class="quiet">${t("Nobody yet")}</p>`}</section>`;
}

function onePerson(person, slot) {
  const sheet = personSheet(person.id);
  const own = person.id === me()?.id && slot.role === "secretariat";
  return html`<div class="plan__row"><div class="plan__fields plan__fields--person">${lineField(sheet, "person_name", t("Name"))}${lineField(sheet, "title", t("Function"))}${delegationField(sheet, "delegation", t("Delegation"))}
      ${lineField(sheet, "email", t("E-mail (optional)"), { type: "email", dir: "ltr" })}</div>
    ${mayEdit() && !own ? html`<div class="plan__tools"><button type="button" class="button button--quiet button--icon button--danger" title=${t("Take the task from {name}", { name: person.person_name })} aria-label=${t("Take the task from {name}", { name: person.person_name })} @click=${() => revoke(person, slot)}>${icon("user-minus")}</button></div>` : nothing}</div>`;
}

function addPerson(slot, id) {
  const [nameDraft, emailDraft] = [`setup:${slot.key}:name`, `setup:${slot.key}:email`];
  const box = (field, label, key, more = {}) => html`<div class="field"><label class="field__label" for="${id}-${field}">${label}</label><input class="input" id="${id}-${field}" name=${field} type=${more.type ?? "text"} dir=${more.dir ?? "auto"} autocomplete="off"
    .value=${live(draft(key))} @input=${({ target }) => { keepDraft(key, target.value); if (!draft(key)) refresh(); }}></div>`;
  return html`<form class="plan__add plan__add--person" aria-label=${t("Add a person: {task}", { task: slot.words })} @submit=${(event) => add(event, slot, [nameDraft, emailDraft])}>
    ${box("name", t("Name"), nameDraft)}${box("email", t("E-mail (optional)"), emailDraft, { type: "email", dir: "ltr" })}
    <button type="submit" class="button">${icon("user-plus")}${t("Add")}</button></form>`;
}

async function add(event, slot, drafts) {
  event.preventDefault();
  const form = event.currentTarget;
  const [name, email] = [form.elements.name.value.trim(), form.elements.email.value.trim()];
  if (!name) return form.elements.name.focus();
  // Somebody of this name and delegation on the roster is this person, not a second one.
  const known = store.all("person", (person) => person.name.toLowerCase() === name.toLowerCase() && (!slot.delegation || person.delegation === slot.delegation));
  const person = known.length === 1 ? known[0].id : (await act("person.add", { meeting: boot.meeting_id, person_name: name, email, delegation: slot.delegation, in_roster: false }))?.id;
  if (!person || !(await act("role.grant", { person, role: slot.role, ...(slot.room ? { room: slot.room } : {}) }))) return undefined;
  for (const key of drafts) keepDraft(key, "");
  form.reset();
  notice(t("{name} is {role} now.", { name, role: slot.words }));
  return focusSoon(form.elements.name.id);
}

async function revoke(person, slot) {
  const data = { person: person.id, role: slot.role, ...(slot.room ? { room: slot.room } : {}) };
  const answer = await ask("role.revoke", data, { keep: false }).answered;
  notice(answer.ok ? t("{name} is no longer {role}.", { name: person.person_name, role: slot.words }) : answer.why, answer.ok ? undo(() => ask("role.grant", data, { keep: false })) : undefined);
}
