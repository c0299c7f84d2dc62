/** What can be done with one person. */
import { html, nothing } from "../../../vendor/lit-html.js";
import { ask } from "../../core/boot.js";
import { t } from "../../core/words.js";
import { openDialog } from "../../elements/dialog.js";
import { icon } from "../../elements/icon.js";
import { notice } from "../../elements/shell.js";
import { openDevices } from "./devices.js";
import { editPerson } from "./editing.js";
import { linkItem } from "./links.js";
import { openTasks } from "./tasks.js";
import { act, isSecretariat, me, undo } from "./state.js";

const SECONDS = 6;

export function acts(person) {
  if (person.state === "removed") return html`<div class="row row--end"><button class="button button--small" type="button" @click=${() => restore(person)}>${t("Take back")}<span class="unseen"> ${person.name}</span></button></div>`;
  const item = (name, words, run) => html`<li><button class="menu__item" type="button" @click=${run}>${icon(name)}${words}</button></li>`;
  return html`<div class="row row--end">${person.state === "waiting" ? html`<button class="button button--small" type="button" @click=${() => admit(person)}>${t("Let in")}</button>` : nothing}
    <details class="menu"><summary class="button button--quiet button--icon" aria-label=${t("Acts for {name}", { name: person.name })}>${icon("ellipsis")}</summary><ul class="menu__list">
      ${item("pencil", t("Edit"), () => editPerson(person))}${item("tag", t("Tasks"), () => openTasks(person.id))}${linkItem(person)}${isSecretariat() ? item("monitor", t("Devices"), () => openDevices(person.id)) : nothing}
      ${person.id === me()?.id ? nothing : html`<li><button class="menu__item menu__item--danger" type="button" @click=${() => remove(person)}>${icon("log-out", true)}${t("Send out of the meeting")}</button></li>
        <li><button class="menu__item menu__item--danger" type="button" @click=${() => ban(person)}>${icon("lock")}${t("Put out for good")}</button></li>`}</ul></details></div>`;
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

async function restore(person) {
  if (await act("person.restore", { person: person.id })) notice(t("{name} is on the list again, and comes in by a new link or the code.", { name: person.name }));
}

function ban(person) {
  let why = "";
  openDialog({
    title: t("Put {name} out for good", { name: person.name }),
    body: () => html`<p>${t("No link, no device and no code lets them in again, until somebody takes them back. What they wrote stays.")}</p>
      <div class="field"><label class="field__label" for="ban-why">${t("Why (optional)")}</label><input class="input" id="ban-why" dir="auto" maxlength="300" autocomplete="off" @input=${({ target }) => { why = target.value; }}></div>`,
    acts: [{ words: t("Put out for good"), primary: true, run: async () => {
      const answer = await ask("person.ban", { person: person.id, why: why.trim() }, { keep: false }).answered;
      if (!answer.ok) return answer.why;
      notice(t("{name} is put out for good.", { name: person.name }), undo(() => restore(person)));
      return true;
    } }],
  });
}
