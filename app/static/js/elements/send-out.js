/** Sending somebody out: chosen by name, then a few seconds to stop it, since a moderator cannot take them back. */
import { html, nothing } from "../../vendor/lit-html.js";
import { ask, boot, store } from "../core/boot.js";
import { t } from "../core/words.js";
import { delegationName } from "./delegation-names.js";
import { openDialog } from "./dialog.js";
import { holdAct } from "./held-act.js";
import { icon } from "./icon.js";
import { notice } from "./shell.js";

const CHAIRS = ["co_chair", "secretariat"];

/** The button for the room's moderator and for the chairs; nothing for others, and where there is nobody whom they may send out. */
export function sendOutButton(room) {
  const me = store.get("me", boot.me?.id) ?? boot.me;
  const may = me?.roles?.some(({ role, room: of }) => CHAIRS.includes(role) || (role === "moderator" && of === room.id));
  if (!may || !guests(room).length) return nothing;
  return html`<p><button type="button" class="button button--quiet" @click=${() => choose(room)}>${icon("log-out", true)}${t("Send somebody out")}</button></p>`;
}

// Whoever has a task is sent out by the chairs alone.
function guests(room) {
  const team = [...(room.moderators ?? []), ...(room.rapporteurs ?? [])];
  return store.all("member", (member) => member.room === room.id && member.id !== boot.me?.id && !team.includes(member.name))
    .sort((a, b) => a.name.localeCompare(b.name, boot.lang));
}

function choose(room) {
  const dialog = openDialog({
    title: t("Send somebody out"),
    body: () => html`<p>${t("They leave the meeting in every window and on every device; what they wrote stays. The co-chairs and the secretariat can take them back.")}</p>
      <fieldset class="stack stack--near"><legend class="field__label">${t("Who")}</legend>${guests(room).map((person) => html`
        <label class="check"><input type="radio" name="out" value=${person.id}><span><bdi>${person.name}</bdi>${person.delegation ? html` <span class="quiet"><bdi>${delegationName(person.delegation)}</bdi></span>` : nothing}</span></label>`)}</fieldset>`,
    acts: [{
      words: t("Send out"), primary: true,
      run: () => {
        const person = guests(room).find(({ id }) => String(id) === dialog.querySelector("[name=out]:checked")?.value);
        if (!person) return t("Choose who is to leave.");
        holdAct(t("{name} leaves the meeting", { name: person.name }), () => sendOut(person));
        return true;
      },
    }],
  });
}

async function sendOut(person) {
  const answer = await ask("person.remove", { person: person.id }, { keep: false }).answered;
  notice(answer.ok ? t("{name} is out of the meeting.", { name: person.name }) : answer.why);
}
