/** The plenary: the run of show, what is said in a part, its points, and the rooms reporting back. */
import { html, nothing } from "../../vendor/lit-html.js";
import { boot, line, refresh, start, store } from "../core/boot.js";
import { t } from "../core/words.js";
import { announcement } from "../elements/announcement.js";
import { listenForKeys } from "../elements/keys-help.js";
import { FloorCapture } from "../elements/floor-capture.js";
import { reportBacks } from "../elements/report-backs.js";
import { runOfShow } from "../elements/run-of-show.js";
import { SharedText } from "../elements/shared-text.js";
import { showLine } from "../elements/shell.js";
import "../elements/time-left.js";
import { stageRemote } from "../elements/stage-remote.js";

const isChair = (boot.me?.roles ?? []).some(({ role }) => role === "co_chair" || role === "secretariat");
const texts = new Map();
const floors = new Map();
let chosen;

start(view);
showLine();
listenForKeys({ undo: () => floorOf(partOnScreen())?.undo() });

function view() {
  const part = partOnScreen();
  const meeting = store.get("meeting", boot.meeting_id);
  const now = store.all("part", ({ state }) => state === "running")[0];
  const session = now && store.get("session", now.session);
  return html`${announcement()}
    <header class="head plenary__head"><p class="head__over"><bdi>${session?.title ?? meeting?.title ?? ""}</bdi></p><h1><bdi>${now?.title ?? t("Plenary")}</bdi></h1>
      ${now ? timeOf(now) : nothing}</header>
    <div class="split split--side split--show">
      <div class="stack stack--far">${runOfShow({ chosen: part?.id, mayRun: isChair, choose: (id) => { chosen = id; refresh(); } })}${isChair ? stageRemote() : nothing}</div>
      ${part ? partView(part) : html`<p class="empty">${t("The run of show is empty.")}</p>`}
    </div>`;
}

// Whoever runs the plenary reads the time as everybody does on Now; the rooms' own time stands on the board.
function timeOf({ started_at: from, minutes, kind }) {
  if (!from || !minutes || kind === "breakouts") return nothing;
  return html`<time-left class="timer--big" ends=${new Date(Date.parse(from) + minutes * 60000).toISOString()}></time-left>`;
}

/** The chosen part, else the running one, else the first that has not ended. */
function partOnScreen() {
  const parts = store.all("part").sort((a, b) => a.position - b.position);
  return parts.find(({ id }) => id === chosen) ?? parts.find(({ state }) => state === "running") ?? parts.find(({ state }) => state === "planned") ?? parts.at(-1);
}

function partView(part) {
  const floor = floorOf(part);
  return html`
    <div class="stack stack--far">
      <section class="part" aria-labelledby="said-title">
        <div class="part__title"><h2 id="said-title"><bdi>${part.title}</bdi></h2></div>
        ${textOf(part).view("narrative", { label: t("What was said in this part"), hint: t("For the summary"), rows: 10 })}
      </section>
      ${part.kind === "plenary" || store.all("room", ({ report }) => report === "speaking").length ? reportBacks({ mayCall: isChair }) : nothing}
      ${floor ? floor.view() : nothing}
    </div>`;
}

function textOf(part) {
  if (!texts.has(part.id)) texts.set(part.id, new SharedText({ name: "part.narrate", target: { part: part.id }, fields: ["narrative"], thing: () => store.get("part_text", part.id) }));
  return texts.get(part.id);
}

function floorOf(part) {
  const room = part && store.all("room", (one) => one.kind === "plenary" && one.part === part.id)[0];
  if (!room) return undefined;
  if (!floors.has(room.id)) {
    floors.set(room.id, new FloorCapture(room));
    for (const stream of [`room:${room.id}`, `room:${room.id}:staff`]) line.follow(stream);
  }
  return floors.get(room.id);
}
