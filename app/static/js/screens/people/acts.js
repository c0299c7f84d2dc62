/** What can be done with one person. */
import { html, nothing } from "../../../vendor/lit-html.js";
import { t } from "../../core/words.js";
import { icon } from "../../elements/icon.js";
import { notice } from "../../elements/shell.js";
import { editPerson } from "./editing.js";
import { linkItem } from "./links.js";
import { openTasks } from "./tasks.js";
import { act, me, undo } from "./state.js";

const SECONDS = 6;

export function acts(person) {
  if (person.state === "removed") return nothing;
  const item = (name, words, run) => html`<li><button class="menu__item" type="button" @click=${run}>${icon(name)}${words}</button></li>`;
  return html`<div class="row row--end">${person.state === "waiting" ? html`<button class="button button--small" type="button" @click=${() => admit(person)}>${t("Let in")}</button>` : nothing}
    <details class="menu"><summary class="button button--quiet button--icon" aria-label=${t("Acts for {name}", { name: person.name })}>${icon("ellipsis")}</summary><ul class="menu__list">
      ${item("pencil", t("Edit"), () => editPerson(person))}${item("tag", t("Tasks"), () => openTasks(person.id))}${linkItem(person)}
      ${person.id === me()?.id ? nothing : html`<li><button class="menu__item menu__item--danger" type="button" @click=${() => remove(person)}>${icon("log-out", true)}${t("Send out of the meeting")}</button></li>`}</ul></details></div>`;
}

async function admit(person) {
  if (!(await act("person.admit", { person: person.id }))) return;
  notice(t("{name} is let in.", { name: person.name }));
  // The button that held the focus is gone.
  document.querySelector(`tr[data-person="${person.id}"] summary`)?.focus();
}

// Sending somebody out cannot be taken back by the one who did it: it waits, so that it can be stopped.
function remove(person) {
  const timer = setTimeout(() => act("person.remove", { person: person.id }), SECONDS * 1000);
  notice(t("{name} is sent out in 6 seconds.", { name: person.name }), undo(() => clearTimeout(timer)));
}
