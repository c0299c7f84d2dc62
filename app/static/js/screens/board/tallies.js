/** Who takes part: figures, and the sentence that goes into the summary. */
import { html, nothing } from "../../../vendor/lit-html.js";
import { store } from "../../core/boot.js";
import { number, t } from "../../core/words.js";
import { roomsOf, tally } from "./state.js";

export function overall() {
  const all = tally("overall");
  if (!all) return nothing;
  const figures = [[all.people, t("people")], [all.member_states, t("Member States")], [all.un_entities, t("UN entities")], [all.observer_states + all.observers, t("observers")], [all.present, t("here now")]];
  return html`<dl class="figures">${figures.map(([figure, words]) => html`<div><dt>${words}</dt><dd>${number(figure)}</dd></div>`)}</dl>
    ${all.sentence ? html`<p class="sentence"><span class="quiet small">${t("In the summary:")}</span> <q dir="auto">${all.sentence}</q></p>` : nothing}`;
}

export function perSessionAndRoom() {
  const rows = [
    ...store.all("session").sort((a, b) => a.position - b.position).map((session) => [session.title, tally(`session:${session.id}`)]),
    ...roomsOf().map((room) => [t("Room {number}: {title}", { number: number(room.number), title: room.title }), tally(`room:${room.id}`)]),
  ].filter(([, counted]) => counted);
  if (!rows.length) return nothing;
  const most = Math.max(1, ...rows.map(([, counted]) => counted.people));
  return html`<table class="bars"><caption class="unseen">${t("People and delegations per session and room")}</caption>
    <thead class="unseen"><tr><th scope="col">${t("Where")}</th><th scope="col">${t("Share")}</th><th scope="col">${t("People and Member States")}</th></tr></thead>
    <tbody>${rows.map(([name, counted]) => html`<tr><th scope="row"><bdi>${name}</bdi></th>
      <td class="bars__bar"><svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect width=${(100 * counted.people) / most} height="8"></rect></svg></td>
      <td class="table__number">${number(counted.people)} <span class="quiet">· ${t("{n} States", { n: number(counted.member_states) })}</span></td></tr>`)}</tbody></table>`;
}
