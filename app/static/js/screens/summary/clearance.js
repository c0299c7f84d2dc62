/** Each co-chair clears one text, named by its digest; another word makes it another text. */
import { html, nothing } from "../../../vendor/lit-html.js";
import { boot, store } from "../../core/boot.js";
import { t, timeOfDay, tn } from "../../core/words.js";
import { delegationName } from "../../elements/delegation-names.js";
import { icon } from "../../elements/icon.js";
import { notice } from "../../elements/shell.js";
import { act, outline, changed, view } from "./state.js";

/** `{cleared, of}`: how many co-chairs have cleared the text as it stands now. */
export function cleared() {
  const names = store.get("meeting", boot.meeting_id)?.co_chairs ?? [];
  return { cleared: names.filter((name) => clearanceOf(name)?.digest === view.summary?.digest).length, of: names.length };
}

export function clearance() {
  const names = store.get("meeting", boot.meeting_id)?.co_chairs ?? [];
  return html`<section class="part"><div class="part__title"><h2>${t("Clearance")}</h2></div>
    <p class="small">${t("When every co-chair has cleared the same text, the mark DRAFT goes. A later change of any word asks for clearance again.")}</p>
    <ul class="clearances">${names.map((name) => html`<li><bdi>${delegationName(name)}</bdi>${stateOf(clearanceOf(name))}</li>`)}</ul>
    ${view.summary ? html`<p class="small quiet">${t("Fingerprint of this text:")} <code class="digest">${view.summary.digest.slice(0, 12)}</code><br>${t("Two texts with the same fingerprint are the same to the letter; its beginning is the reference in every export.")}</p>` : nothing}${mine()}</section>`;
}

function stateOf(one) {
  if (!one) return html`<span class="badge">${t("not yet")}</span>`;
  if (one.digest === view.summary?.digest) return html`<span class="badge badge--good">${icon("check")}${t("cleared {time}", { time: timeOfDay(one.at) })}</span>`;
  return html`<span class="badge badge--care">${t("cleared an earlier text")}</span>`;
}

function mine() {
  const me = store.get("me", boot.me?.id) ?? boot.me;
  if (!view.summary || !me?.roles?.some(({ role }) => role === "co_chair")) return nothing;
  const unsaved = outline().filter(changed).length;
  if (clearanceOf(me.delegation)?.digest === view.summary.digest) return html`<div class="row"><button class="button" type="button" @click=${withdraw}>${t("Withdraw my clearance")}</button></div>`;
  return html`${unsaved ? html`<p class="banner banner--care">${tn("{n} of your sections is not saved; what is not saved is not in the text.", "{n} of your sections are not saved; what is not saved is not in the text.", unsaved)}</p>` : nothing}
    ${bare()}<div class="row"><button class="button ${view.summary.bare.length ? "" : "button--primary"}" type="button" @click=${clear}>${icon("file-check")}${view.summary.bare.length ? t("Clear this text without them") : t("Clear this text")}</button></div>`;
}

// Whoever clears agrees to what is not in it as well.
function bare() {
  const titles = view.summary.bare;
  if (!titles.length) return nothing;
  return html`<div class="banner banner--care"><div class="banner__words"><p class="banner__title">${tn("{n} heading has nothing under it. The text that you clear goes out without it:", "{n} headings have nothing under them. The text that you clear goes out without them:", titles.length)}</p>
    <ul>${titles.map((title) => html`<li dir="auto">${title}</li>`)}</ul></div></div>`;
}

async function clear() {
  const { digest } = view.summary;
  if (await act("summary.clear", { meeting: boot.meeting_id, digest })) notice(t("You have cleared text {digest}.", { digest: digest.slice(0, 12) }), { words: t("Undo"), run: withdraw });
}

async function withdraw() {
  if (await act("summary.withdraw", { meeting: boot.meeting_id })) notice(t("Your clearance is withdrawn."));
}

const clearanceOf = (name) => store.all("clearance", (one) => one.co_chair === name)[0];
