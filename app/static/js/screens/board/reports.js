/** Report-backs, and the approved points they stand on. */
import { html, nothing, repeat } from "../../../vendor/lit-html.js";
import { store } from "../../core/boot.js";
import { number, t, tn } from "../../core/words.js";
import { icon } from "../../elements/icon.js";
import { pointsToRead } from "../../elements/points.js";
import { notice } from "../../elements/shell.js";
import { act, pointsOf, presentRound, roomsOf, undo } from "./state.js";

export function reports() {
  const rooms = roomsOf(presentRound());
  if (!rooms.length) return nothing;
  return html`<section class="part"><div class="part__title"><h2>${t("Report-backs")}</h2></div>
    <ul class="reports">${repeat(rooms, (room) => room.id, (room) => html`<li class="reports__row">
      <span class="reports__room"><span class="quiet">${number(room.number)}</span> <bdi>${room.title}</bdi></span>${state(room)}</li>`)}</ul></section>`;
}

function state(room) {
  if (room.report === "speaking") return html`<span class="badge badge--live">${icon("mic")}${t("on stage")}</span><button class="button" type="button" @click=${() => finish(room)}>${t("Finish")}</button>`;
  const again = room.report === "done";
  return html`${again ? html`<span class="badge badge--good">${icon("check")}${t("given")}</span>` : nothing}
    <button class="button ${again ? "button--quiet" : ""}" type="button" @click=${() => call(room)}>${again ? t("Again") : t("Call")}</button>`;
}

async function call(room) {
  if (await act("report.call", { room: room.id })) notice(t("{room} is on stage.", { room: room.title }), undo(() => finish(room)));
}

async function finish(room) {
  await act("report.finish", { room: room.id });
}

export function approvedPoints() {
  const floors = store.all("room", (room) => room.kind === "plenary" && pointsOf(room).length).sort((a, b) => a.id - b.id);
  const rooms = [...roomsOf(presentRound()), ...floors];
  const total = rooms.reduce((sum, room) => sum + pointsOf(room).length, 0);
  return html`<section class="part"><div class="part__title"><h2>${t("Points for report-back")}</h2><p class="part__act">${tn("{n} point", "{n} points", total)}</p></div>
    <div class="columns">${repeat(rooms, (room) => room.id, (room) => {
      const points = pointsOf(room);
      return html`<div class="stack stack--near"><h3>${room.kind === "plenary" ? html`<span class="quiet">${t("Plenary")}</span>` : html`<span class="quiet">${number(room.number)}</span>`} <bdi>${room.title}</bdi></h3>
        ${points.length ? pointsToRead(points, { tight: true }) : html`<p class="quiet small">${t("None chosen yet. They appear here as the rapporteur chooses them for the report-back.")}</p>`}</div>`;
    })}</div></section>`;
}
