/** The big screen in the hall: follows the run of show or its remote. Nothing private, nothing to press. */
import { html, nothing } from "../../vendor/lit-html.js";
import { boot, line, start, store } from "../core/boot.js";
import { parts, t, timeOfDay } from "../core/words.js";
import { showLine } from "../elements/shell.js";
import { fit } from "../elements/stage/fit.js";
import { stage } from "../elements/stage/stage.js";

const TURNS_EVERY = 2000;
let lastLive = new Date().toISOString();

start(screen);
showLine();
stayAwake();
addEventListener("resize", () => fit());
setInterval(fit, TURNS_EVERY);
store.watch(keepCode);
line.watch(noteLine);
if (boot.me?.roles.some(({ role }) => role === "display")) line.watch(letGo);

function screen() {
  requestAnimationFrame(() => fit());
  const look = store.get("stage", boot.meeting_id)?.look ?? "auto";
  // By the light in the hall, whatever the hall's machine is set to.
  if (look === "auto") delete document.documentElement.dataset.look;
  else document.documentElement.dataset.look = look === "dark" ? "dark" : "light";
  return stage(stale());
}

// What stands on the screen of a lost line may be wrong, and the hall cannot see that otherwise.
function stale() {
  if (line.status !== "offline") return nothing;
  return html`<p class="stage__stale" role="status">${parts(t("No connection since {time}: what is shown may have changed."), { time: timeOfDay(lastLive) })}</p>`;
}

function noteLine(status) {
  if (status !== "offline") lastLive = new Date().toISOString();
}

// The code in the picture came with the page; after it was changed, a new picture is needed.
function keepCode() {
  const code = store.get("meeting", boot.meeting_id)?.join_code;
  if (code && boot.join_url && !boot.join_url.endsWith(code)) location.reload();
}

// A screen that was ended shows a code again, for its next meeting.
function letGo(status) {
  if (status === "signed out") location.assign("/screen");
}

// A screen in a hall must not fall asleep; on plain http the projector's own settings have to see to it.
async function stayAwake() {
  const keep = () => navigator.wakeLock?.request("screen").catch(() => {});
  await keep();
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && keep());
}
