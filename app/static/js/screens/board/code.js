/** The code that participants join with; the secretariat changes it when it went astray. */
import { html, nothing } from "../../../vendor/lit-html.js";
import { ask, boot, store } from "../../core/boot.js";
import { t } from "../../core/words.js";
import { openDialog } from "../../elements/dialog.js";
import { icon } from "../../elements/icon.js";
import { notice } from "../../elements/shell.js";
import { meeting } from "./state.js";

export function joinCode() {
  const code = meeting().join_code;
  if (!code) return nothing;
  const me = store.get("me", boot.me?.id) ?? boot.me;
  return html`<p class="small quiet">${t("Join code")} <bdi class="code">${inGroups(code)}</bdi></p>
    ${me?.roles?.some(({ role }) => role === "secretariat") ? html`<button class="button button--quiet" type="button" @click=${change}>${icon("refresh-cw")}${t("Change the code")}</button>` : nothing}`;
}

function change() {
  openDialog({
    title: t("Change the join code"),
    body: () => html`<p>${t("The old code lets nobody in any more: whoever types it reads that it was changed. Who is in stays in. Every page and the big screen show the new code at once; invitations and posters still show the old one.")}</p>`,
    acts: [{ words: t("Change the code"), primary: true, run: async () => {
      const answer = await ask("code.rotate", { meeting: boot.meeting_id }, { keep: false }).answered;
      if (answer.ok) notice(t("The code is changed."));
      return answer.ok ? true : answer.why;
    } }],
  });
}

const inGroups = (code) => code.replace(/(\d{3})(?=\d)/g, "$1 ");
