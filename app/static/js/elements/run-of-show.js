/** The sessions and their parts in order, with the state of each; chairs start and end them. */
import { html, nothing } from "../../vendor/lit-html.js";
import { ask, boot, store } from "../core/boot.js";
import { say } from "../core/announce.js";
import { t, timeOfDay, tn } from "../core/words.js";
import { delegationName } from "./delegation-names.js";
import { holdAct } from "./held-act.js";
import { notice } from "./shell.js";
import { fullDate } from "./times.js";

const KINDS = { remarks: t("Remarks"), panel: t("Panel"), breakouts: t("Breakout rooms"), plenary: t("Plenary"), closing: t("Closing") };
const STATES = { planned: t("planned"), open: t("open"), closed: t("closed"), running: t("now"), ended: t("ended") };

/** `choose(part id)` shows a part; `mayRun`: may this person start and end things. */
export function runOfShow({ chosen, mayRun, choose }) {
  const sessions = store.all("session").sort((a, b) => a.position - b.position);
  return html`<nav class="stack stack--far" aria-label=${t("Run of show")}>${sessions.map((session) => html`
    <section class="part" aria-labelledby="session-${session.id}">
      <div class="part__title"><h2 id="session-${session.id}"><bdi>${session.title}</bdi></h2><span class="part__act">${session.date ? fullDate(session.date) : ""} · ${STATES[session.state]}</span></div>
      ${mayRun ? sessionActs(session) : nothing}
      <ol class="show">${store.all("part", (part) => part.session === session.id).sort((a, b) => a.position - b.position).map((part) => partView(part, { chosen, mayRun, choose }))}</ol>
    </section>`)}${mayRun ? meetingActs(sessions) : nothing}</nav>`;
}

// A meeting closed by mistake is begun again: everything in it is as it was.
function meetingActs(sessions) {
  const meeting = store.get("meeting", boot.meeting_id);
  if (meeting?.state === "closed") return html`<p>${t("The meeting is closed.")} <button type="button" class="button" @click=${() => run("meeting.start", { meeting: meeting.id }, t("Done"))}>${t("Begin the meeting again")}</button></p>`;
  if (!meeting || !sessions.length || sessions.some(({ state }) => state !== "closed")) return nothing;
  const effect = t("The meeting closes for {people}", { people: everybody() });
  return html`<p><button type="button" class="button button--danger" @click=${() => holdAct(effect, () => run("meeting.close", { meeting: meeting.id }, t("Done")))}>${t("Close the meeting")}</button></p>`;
}

function sessionActs(session) {
  if (store.get("meeting", boot.meeting_id)?.state === "closed") return nothing;
  const opening = session.state !== "open";
  const effect = opening ? t("“{title}” opens for {people}", { title: session.title, people: everybody() }) : t("“{title}” closes for {people}", { title: session.title, people: everybody() });
  return html`<p><button type="button" class="button ${opening ? "" : "button--danger"}" @click=${() => holdAct(effect, () => run(opening ? "session.open" : "session.close", { session: session.id }, t("Done")))}>
    ${session.state === "closed" ? t("Open this session again") : opening ? t("Open this session") : t("Close this session")}</button></p>`;
}

function partView(part, { chosen, mayRun, choose }) {
  const speakers = store.all("speaker", (speaker) => speaker.part === part.id).sort((a, b) => a.position - b.position);
  const here = part.id === chosen;
  return html`
    <li class="show__part ${part.state === "running" ? "show__part--now" : ""}">
      <button type="button" class="show__title" aria-current=${here ? "true" : "false"} @click=${() => choose(part.id)}><bdi>${part.title}</bdi></button>
      <p class="quiet small">${[KINDS[part.kind], part.minutes ? t("{n} min", { n: part.minutes }) : ""].filter(Boolean).join(" · ")} ·
        <span class="badge ${part.state === "running" ? "badge--live" : ""}">${STATES[part.state]}</span>
        ${times(part)}</p>
      ${here && speakers.length ? html`<ul class="small">${speakers.map((speaker) => html`<li><bdi>${speaker.name}</bdi>${speaker.delegation ? html`, <bdi>${delegationName(speaker.delegation)}</bdi>` : nothing}</li>`)}</ul>` : nothing}
      ${here && mayRun ? partActs(part) : nothing}
    </li>`;
}

function times({ started_at: from, ended_at: to }) {
  if (!from) return "";
  return to ? `${timeOfDay(from)}–${timeOfDay(to)}` : t("since {at}", { at: timeOfDay(from) });
}

function partActs(part) {
  if (part.state === "running") {
    const effect = t("“{title}” ends for {people}", { title: part.title, people: everybody() });
    return html`<p><button type="button" class="button" @click=${() => holdAct(effect, () => run("part.end", { part: part.id }, t("Ended")))}>${t("End this part")}</button></p>`;
  }
  const running = store.all("part", ({ state }) => state === "running")[0];
  const effect = running ? t("“{next}” starts and “{now}” ends for {people}", { next: part.title, now: running.title, people: everybody() })
    : t("“{next}” starts for {people}", { next: part.title, people: everybody() });
  // One thing at a time is the next: what has ended, or stands in a session that is not open, is begun only in exception.
  const next = part.state === "planned" && store.get("session", part.session)?.state === "open";
  return html`<p><button type="button" class="button ${next ? "button--primary" : ""}" @click=${() => holdAct(effect, () => run("part.start", { part: part.id }, t("Started")))}>
    ${part.state === "ended" ? t("Start this part again") : t("Start this part")}</button></p>`;
}

function everybody() {
  const n = store.get("tally", "overall")?.present ?? store.get("tally", "overall")?.people;
  return n === undefined ? t("everybody") : tn("{n} person", "{n} people", n);
}

async function run(name, data, words) {
  const answer = await ask(name, data).answered;
  if (answer.ok) say(words);
  else notice(answer.why);
}
