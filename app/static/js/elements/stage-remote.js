/** The remote of the big screen: what is on it, in small, and what else it can show. */
import { html } from "../../vendor/lit-html.js";
import { ask, boot, store } from "../core/boot.js";
import { mark } from "../core/lists.js";
import { t } from "../core/words.js";
import { notice } from "./shell.js";
import { facts } from "./stage/facts.js";
import { fit } from "./stage/fit.js";
import { stage } from "./stage/stage.js";

const VIEWS = {
  auto: mark("By the run of show"), join: mark("How to join"), now: mark("What is on now"), rooms: mark("Rooms"), takeaways: mark("Takeaways"),
  "report-back": mark("Report-backs"), message: mark("Announcement"), blank: mark("Nothing"),
};
const LOOKS = { auto: mark("As its machine is set"), dark: mark("Dark hall"), bright: mark("Bright hall") };

export function stageRemote() {
  requestAnimationFrame(() => fit());
  const { view, chosen } = facts();
  const look = store.get("stage", boot.meeting_id)?.look ?? "auto";
  return html`<section class="part remote" aria-labelledby="remote-title"><div class="part__title"><h2 id="remote-title">${t("Big screen")}</h2><p class="part__act">${t("Shows: {view}", { view: t(VIEWS[view]) })}</p></div>
    <div class="remote__picture" aria-hidden="true">${stage()}</div>
    <div class="remote__choice" role="group" aria-label=${t("What the big screen shows")}>${Object.keys(VIEWS).map((name) => html`<button class="chip" type="button" aria-pressed=${String(name === chosen)} @click=${() => show({ view: name }, { view: chosen })}>${t(VIEWS[name])}</button>`)}</div>
    <label class="remote__look"><span class="small">${t("Light in the hall")}</span><select class="input" @change=${({ target }) => show({ look: target.value }, { look })}>${Object.entries(LOOKS).map(([name, words]) => html`<option value=${name} ?selected=${name === look}>${t(words)}</option>`)}</select></label></section>`;
}

async function show(wanted, before) {
  if (!(await set(wanted))) return;
  const words = wanted.view === "auto" ? t("The big screen follows the run of show.") : wanted.view ? t("The big screen shows: {view}.", { view: t(VIEWS[wanted.view]) }) : t("The big screen has changed its light.");
  notice(words, { words: t("Undo"), run: () => set(before) });
}

async function set(wanted) {
  const answer = await ask("stage.show", { meeting: boot.meeting_id, ...wanted }, { keep: false }).answered;
  if (!answer.ok) notice(answer.why);
  return answer.ok;
}
