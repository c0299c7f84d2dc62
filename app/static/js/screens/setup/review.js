/** Step 7: what is complete, what is missing and where to mend it; the set-up as a file. */
import { html, nothing } from "../../../vendor/lit-html.js";
import { boot } from "../../core/boot.js";
import { t, tn } from "../../core/words.js";
import { icon } from "../../elements/icon.js";
import { STEPS } from "./checks.js";
import { filesPart } from "./files.js";
import { allRooms, parts, sessions } from "./state.js";

export function reviewStep(found) {
  const missing = found.filter(({ weight }) => weight === "missing");
  const look = found.filter(({ weight }) => weight === "look");
  return html`<section class="part"><div class="part__title"><h3>${missing.length ? t("Still missing") : t("Everything that is needed is there")}</h3></div>
      ${missing.length ? list(missing) : html`<p class="banner banner--good">${icon("circle-check")} <span class="banner__words">${t("The meeting can begin.")}</span></p>`}</section>
    ${look.length ? html`<section class="part"><div class="part__title"><h3>${t("Perhaps meant so, perhaps not")}</h3></div>${list(look)}</section>` : nothing}
    <section class="part"><div class="part__title"><h3>${t("What comes next")}</h3></div>
      <p>${[tn("{n} session", "{n} sessions", sessions().length), tn("{n} part", "{n} parts", parts().length), tn("{n} breakout room", "{n} breakout rooms", allRooms().length)].join(" · ")}</p>
      <p>${t("Nothing here begins the meeting. On the day, the session is opened in plenary and the rooms on the board. Everything in this set-up can be changed until then, and afterwards too.")}</p>
      <div class="row">${boot.links?.board ? html`<a class="button button--primary" href=${boot.links.board}>${t("Go to the board")}${icon("arrow-right", true)}</a>` : nothing}${boot.links?.plenary ? html`<a class="button" href=${boot.links.plenary}>${t("Go to the plenary")}</a>` : nothing}</div></section>
    ${filesPart()}`;
}

function list(found) {
  return html`<ul class="plan__findings">${found.map(({ step, what, mend, weight }) => html`<li>${icon(weight === "missing" ? "triangle-alert" : "info")}<span class="plan__what">${what}</span>
    <a class="button button--quiet" href="#${step}${mend ? `/${mend}` : ""}">${t("Mend it in “{step}”", { step: STEPS.find(([id]) => id === step)[1] })}</a></li>`)}</ul>`;
}
