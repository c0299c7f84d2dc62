/** Adding a person, and mending what is known of one. */
import { html, nothing } from "../../../vendor/lit-html.js";
import { ask, boot, store } from "../../core/boot.js";
import { t } from "../../core/words.js";
import { openDialog } from "../../elements/dialog.js";
import { notice } from "../../elements/shell.js";
import "../setup/delegation-box.js";
import { makeLink } from "./links.js";
import { isSecretariat } from "./state.js";

export function addPerson() {
  const dialog = openDialog({ title: t("Add a person"), body: () => fields({}, isSecretariat(), true), acts: [{ words: t("Add"), primary: true, run: () => add(dialog) }] });
  dialog.querySelector("input").focus();
}

export function editPerson(person) {
  const all = isSecretariat();
  let base = store.get("personal", person.id)?.version ?? 0;
  const dialog = openDialog({ title: t("Edit {name}", { name: person.name }), body: () => fields(person, all, all), acts: [{ words: t("Save"), primary: true, run: save }] });
  dialog.querySelector("input").focus();

  async function save() {
    const written = read(dialog);
    const before = { person_name: person.name, delegation: person.delegation, title: person.title, email: person.email ?? "", gender: person.gender ?? "" };
    const changed = Object.fromEntries(Object.entries(written).filter(([field, value]) => value !== before[field]));
    if (!Object.keys(changed).length) return true;
    const answer = all ? await ask("person.edit", { person: person.id, base, ...changed }, { keep: false }).answered
      : await ask("person.rename", { person: person.id, person_name: written.person_name }, { keep: false }).answered;
    if (answer.ok) return notice(t("{name} is saved.", { name: written.person_name }));
    if (!answer.theirs) return refused(dialog, answer);
    // Their version is said; saving once more is then a decision.
    base = answer.theirs.version;
    return t("Somebody changed this meanwhile: {name}, {delegation}, {title}. Save again to keep yours.", { name: answer.theirs.person_name, delegation: answer.theirs.delegation || "–", title: answer.theirs.title || "–" });
  }
}

async function add(dialog) {
  const answer = await ask("person.add", { meeting: boot.meeting_id, in_roster: true, ...read(dialog) }, { keep: false }).answered;
  if (!answer.ok) return refused(dialog, answer);
  const person = { id: answer.result.id, name: read(dialog).person_name };
  notice(t("{name} is added.", { name: person.name }), isSecretariat() ? { words: t("Make a new link"), run: () => makeLink(person) } : undefined);
  return true;
}

function fields(person, all, more) {
  const line = (name, words, value, type = "text", most = 300) => html`<div class="field"><label class="field__label" for="person-${name}">${words}</label>
    <input class="input" id="person-${name}" name=${name} type=${type} dir="auto" autocomplete="off" maxlength=${most} .value=${value ?? ""} aria-describedby="person-${name}-error"><p class="field__error" id="person-${name}-error" hidden></p></div>`;
  return html`<div class="stack stack--near">${line("person_name", t("Name"), person.name, "text", 120)}
    ${more ? html`<delegation-box class="field"><label class="field__label" for="person-delegation">${t("Delegation")}</label><div class="combo">
      <input class="input" id="person-delegation" name="delegation" dir="auto" autocomplete="off" maxlength="120" role="combobox" aria-autocomplete="list" aria-expanded="false" aria-controls="person-delegation-list" .value=${person.delegation ?? ""}>
      <ul class="combo__list" id="person-delegation-list" role="listbox" aria-label=${t("Delegations")} hidden></ul></div></delegation-box>${line("title", t("Title or function"), person.title)}` : nothing}
    ${all ? html`${line("email", t("E-mail"), person.email, "email", 254)}<div class="field"><label class="field__label" for="person-gender">${t("Gender, where given")}</label><input class="input input--short" id="person-gender" name="gender" dir="auto" maxlength="20" list="genders" autocomplete="off" .value=${person.gender ?? ""}></div>
      ${person.wish ? html`<p class="small quiet">${t("Breakout room chosen in the roster:")} <bdi>${person.wish}</bdi></p>` : nothing}` : nothing}</div>`;
}

// A delegation that was chosen from the list travels as its code: its name may be the name of two.
function read(dialog) {
  return Object.fromEntries([...dialog.querySelectorAll("input[name]")].map((input) => [input.name, input.dataset.code ?? input.value.trim()]));
}

function refused(dialog, { why, fields: wrong = {} }) {
  for (const [field, sentence] of Object.entries(wrong)) {
    const said = dialog.querySelector(`#person-${field}-error`);
    if (!said) continue;
    Object.assign(said, { textContent: sentence, hidden: false });
    dialog.querySelector(`[name=${field}]`).setAttribute("aria-invalid", "true");
  }
  dialog.querySelector("[aria-invalid]")?.focus();
  return Object.keys(wrong).length ? false : why;
}
