/** Step 2: the delegations that co-chair, in their order. */
import { html, live, nothing, repeat } from "../../../vendor/lit-html.js";
import { boot } from "../../core/boot.js";
import { say } from "../../core/announce.js";
import { draft, keepDraft } from "../../core/drafts.js";
import { t } from "../../core/words.js";
import { delegationName } from "../../elements/delegation-names.js";
import { icon } from "../../elements/icon.js";
import { notice } from "../../elements/shell.js";
import { refused } from "../../elements/refused.js";
import { basics, mayEdit, moveKeys, step, undo } from "./state.js";
import { sheet } from "./sheet.js";
import { tools } from "./tools.js";

const DRAFT = "setup:co-chair";
const chairsSheet = () => sheet("co_chair.set", { meeting: boot.meeting_id }, basics);

export function chairsStep() {
  const chairs = standing();
  const stuck = chairsSheet().stuck("co_chairs");
  return html`<section class="part"><div class="part__title"><h3>${t("Delegations in the chair")}</h3></div>
    <p class="quiet">${t("In the order in which the summary names them. Each of them clears the summary before it goes out.")}</p>
    ${chairs.length ? html`<ol class="plan__list">${repeat(chairs, (name) => name, (name, at) => oneChair(name, at, chairs))}</ol>` : html`<p class="empty">${t("Nobody co-chairs this meeting yet.")}</p>`}
    ${stuck ? refused({ ...stuck, data: { ...stuck.data, co_chairs: stuck.data.co_chairs.join(", ") }, theirs: stuck.theirs && { ...stuck.theirs, co_chairs: stuck.theirs.co_chairs.join(", ") } }, { field: "co_chairs" }) : nothing}
    ${mayEdit() ? addChair() : nothing}</section>`;
}

// As they stand now, with what was added a moment ago: a list drawn earlier would take that out again.
const standing = () => [...(chairsSheet().value("co_chairs") || [])];

function oneChair(name, at, chairs) {
  const rows = chairs.map((id) => ({ id }));
  const move = (by) => step(rows, { id: name }, by, (after) => put(placed(chairs, name, after)));
  return html`<li class="plan__row plan__row--line" @keydown=${(event) => moveKeys(event, move)}><span class="plan__name"><span class="plan__number">${at + 1}</span><bdi>${delegationName(name)}</bdi></span>
    ${tools({ name, first: at === 0, last: at === chairs.length - 1, move, remove: () => remove(name) })}</li>`;
}

function addChair() {
  return html`<form class="plan__add" @submit=${add} @chosen=${add}><div class="field"><label class="field__label" for="new-chair">${t("Add a co-chair")}</label>
      <p class="field__hint" id="new-chair-hint">${t("Type a few letters of a delegation and choose it.")}</p>
      <div class="plan__with-button"><delegation-box class="combo"><input class="input" id="new-chair" role="combobox" aria-expanded="false" aria-controls="new-chair-list" aria-autocomplete="list" autocomplete="off" spellcheck="false" dir="auto"
          aria-describedby="new-chair-hint" .value=${live(draft(DRAFT))} @input=${({ target }) => keepDraft(DRAFT, target.value)} @change=${({ target }) => keepDraft(DRAFT, target.value)}>
        <ul class="combo__list" id="new-chair-list" role="listbox" aria-label=${t("Delegations")} hidden></ul></delegation-box>
        <button type="submit" class="button">${icon("plus")}${t("Add")}</button></div></div></form>`;
}

// A delegation chosen from the list is added at once: nothing is left standing in the field that looks as if it were in the chair.
function add(event) {
  event.preventDefault();
  const chairs = standing();
  const input = document.getElementById("new-chair");
  const name = input.value.trim();
  if (!name) return input.focus();
  if (chairs.some((chair) => chair.toLowerCase() === name.toLowerCase())) return notice(t("{name} is in the chair already.", { name }));
  keepDraft(DRAFT, "");
  input.value = "";
  put([...chairs, name]);
  say(t("{name} is in the chair.", { name }));
  input.focus();
}

function remove(name) {
  const chairs = standing();
  put(chairs.filter((chair) => chair !== name));
  notice(t("{name} is no longer in the chair.", { name }), undo(() => put(chairs)));
}

function placed(chairs, name, after) {
  const others = chairs.filter((chair) => chair !== name);
  others.splice(after === null ? 0 : others.indexOf(after) + 1, 0, name);
  return others;
}

function put(names) {
  chairsSheet().chosen("co_chairs", names);
  return true;
}
