/** The big screen as it is drawn in the hall, and small beside its remote: a head, one of the views, a foot with the way in and what is next. */
import { html, nothing } from "../../../vendor/lit-html.js";
import { store } from "../../core/boot.js";
import { number, parts, t } from "../../core/words.js";
import "../time-left.js";
import { inThrees } from "../figures.js";
import { closing, facts } from "./facts.js";
import { views } from "./views.js";
import { address, picture } from "./way-in.js";

/** The whole screen. `more` stands above everything: the state of the line. */
export function stage(more = nothing) {
  const found = facts();
  const { meeting, view } = found;
  const ends = closing(found.rounds);
  return html`<div class="stage" data-view=${view}><div class="stage__page">
    ${view === "blank" ? nothing : html`<header class="stage__head"><p class="stage__meeting"><bdi>${meeting.title}</bdi></p>${here()}</header>`}
    ${ends ? html`<div class="stage__recall" role="status"><p>${t("Back to plenary: the rooms are closing")}</p><time-left ends=${ends}></time-left></div>` : nothing}
    ${meeting.message && meeting.state !== "closed" && !["message", "blank"].includes(view) ? html`<p class="stage__message" role="status" dir="auto">${meeting.message}</p>` : nothing}
    <div class="stage__body stage__body--${view}">${(views[view] ?? views.now)(found)}</div>
    <p class="stage__pages"></p>
    ${view === "blank" ? nothing : foot(found)}${more}</div></div>`;
}

function here() {
  const all = store.get("tally", "overall");
  if (!all?.people) return nothing;
  const figures = [[all.present, t("here now")], [all.people, t("people")], [all.member_states, t("Member States")]];
  return html`<dl class="stage__figures">${figures.map(([figure, words]) => html`<div><dt>${words}</dt><dd>${number(figure)}</dd></div>`)}</dl>`;
}

function foot({ meeting, view, next }) {
  const open = meeting.join_code && meeting.state !== "closed" && view !== "join";
  return html`<footer class="stage__foot">${open ? html`<div class="stage__join">${picture("stage__qr")}
      <p>${parts(t("Join at {address} with the code {code}"), { address: html`<bdi class="stage__address">${address()}</bdi>`, code: html`<bdi class="stage__code">${inThrees(meeting.join_code)}</bdi>` })}</p></div>` : html`<span></span>`}
    ${next && meeting.state !== "closed" ? html`<p class="stage__next"><span>${t("Next")}</span> <bdi>${next.title}</bdi></p>` : nothing}</footer>`;
}
