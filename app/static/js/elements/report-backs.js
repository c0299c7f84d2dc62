/** The rooms reporting back, one after the other: whose turn it is, and their points on the stage. */
import { html, nothing } from "../../vendor/lit-html.js";
import { ask, store } from "../core/boot.js";
import { say } from "../core/announce.js";
import { parts, t, tn } from "../core/words.js";
import { pointsToRead } from "./points.js";
import { notice } from "./shell.js";

export function reportBacks({ mayCall }) {
  const rooms = store.all("room", ({ kind }) => kind === "breakout").sort((a, b) => a.number - b.number);
  if (!rooms.length) return nothing;
  return html`
    <section class="part" aria-labelledby="reports-title">
      <div class="part__title"><h2 id="reports-title">${t("Report-backs")}</h2><span class="part__act">${t("{done} of {n} done", { done: rooms.filter(({ report }) => report === "done").length, n: rooms.length })}</span></div>
      ${rooms.map((room) => roomView(room, mayCall))}
    </section>`;
}

function roomView(room, mayCall) {
  const onStage = room.report !== "waiting";
  const points = store.all(onStage ? "stage_point" : "point", (point) => point.room === room.id);
  const speaking = room.report === "speaking";
  return html`
    <article class="card ${speaking ? "card--marked" : ""}" aria-labelledby="report-${room.id}">
      <h3 class="card__title" id="report-${room.id}">${t("Room {n}", { n: room.number })} · <bdi>${room.title}</bdi></h3>
      <p class="row"><span class="badge ${speaking ? "badge--live" : room.report === "done" ? "badge--good" : ""}">${STATES[room.report]}</span>
        ${room.rapporteurs?.length ? html`<span class="quiet small">${parts(t("reported by {who}"), { who: html`<bdi>${room.rapporteurs.join(", ")}</bdi>` })}</span>` : nothing}
        <span class="quiet small">${tn("{n} for report-back", "{n} for report-back", points.length)}</span></p>
      ${speaking ? pointsToRead(points) : points.length ? html`<details><summary class="button button--quiet">${t("Its points")}</summary>${pointsToRead(points, { tight: true })}</details>` : nothing}
      ${mayCall ? html`<p class="card__foot">${speaking
        ? html`<button type="button" class="button button--primary" @click=${() => run("report.finish", room, t("The report-back is finished"))}>${t("Finish this report-back")}</button>`
        : html`<button type="button" class="button" @click=${() => run("report.call", room, t("On the stage now"))}>${room.report === "done" ? t("Call again") : t("Call to report")}</button>`}</p>` : nothing}
    </article>`;
}

const STATES = { waiting: t("waiting"), speaking: t("on the stage"), done: t("done") };

async function run(name, room, words) {
  const answer = await ask(name, { room: room.id }).answered;
  if (answer.ok) say(words);
  else notice(answer.why);
}
