/** The set-up wizard: seven steps on one page, none of which blocks another; everything is saved as it is typed. */
import { html, nothing } from "../../vendor/lit-html.js";
import { boot, outbox, redraw, refresh, start, store } from "../core/boot.js";
import { number, t, tn } from "../core/words.js";
import { icon } from "../elements/icon.js";
import "../elements/menus.js";
import { refused } from "../elements/refused.js";
import { showLine } from "../elements/shell.js";
import { basicsStep } from "./setup/basics.js";
import { chairsStep } from "./setup/chairs.js";
import { findings, stateOf, STEPS } from "./setup/checks.js";
import { filling } from "./setup/files.js";
import { linksState, linksStep } from "./setup/links.js";
import { peopleStep } from "./setup/people.js";
import { programmeStep } from "./setup/programme.js";
import { reviewStep } from "./setup/review.js";
import { roomsStep } from "./setup/rooms.js";
import { basics, holders, mayEdit, partsOf, roomsOf, sessions, speakersOf, takeFocus, view } from "./setup/state.js";

const DRAWN = { basics: basicsStep, chairs: chairsStep, programme: programmeStep, rooms: roomsStep, people: peopleStep, links: linksStep };
const THINGS = { "session.edit": ["session", "session_plan"], "part.edit": ["part", "part_plan"], "speaker.edit": ["speaker", "speaker_plan"], "room.plan": ["room", "room_plan"], "person.edit": ["person", "contact"] };
// Leaving the page would lose links that stand nowhere else.
addEventListener("beforeunload", (event) => { if (view.links.size) event.preventDefault(); });
addEventListener("hashchange", () => arrive());

view.step = asked().step;
start(wizard);
showLine();
if (asked().field) arrive();
store.watch(() => requestAnimationFrame(takeFocus));

function wizard() {
  requestAnimationFrame(takeFocus);
  const plan = { basics: basics(), sessions: sessions(), parts: partsOf, rooms: roomsOf, speakers: speakersOf, holders, today: today() };
  const found = findings(plan);
  const at = STEPS.findIndex(([id]) => id === view.step);
  return html`${mayEdit() ? nothing : html`<p class="banner">${icon("eye")}<span class="banner__words">${t("You see the set-up as it is. The secretariat changes it.")}</span></p>`}
    <div class="setup"><nav class="setup__steps" aria-label=${t("Steps of the set-up")}><ol class="stepper">${STEPS.map(([id, words]) => oneStep(id, words, found, plan))}</ol></nav>
    <section class="setup__step" aria-labelledby="step-title"><div class="setup__head"><p class="quiet">${t("Step {n} of {of}", { n: number(at + 1), of: number(STEPS.length) })}</p><h2 id="step-title" tabindex="-1">${STEPS[at][1]}</h2></div>
      ${lost()}${view.step === "basics" && mayEdit() && !sessions().length ? html`<details class="setup__file" ?open=${Boolean(view.file)}><summary>${t("Begin from the file of another meeting")}</summary>${filling()}</details>` : nothing}
      <div class="setup__body">${view.step === "review" ? reviewStep(found) : DRAWN[view.step]()}</div>
      <nav class="setup__foot row row--apart" aria-label=${t("Go on")}>${at ? html`<a class="button" href="#${STEPS[at - 1][0]}">${icon("arrow-right", true)}${t("Back: {step}", { step: STEPS[at - 1][1] })}</a>` : html`<span></span>`}
        ${at < STEPS.length - 1 ? html`<a class="button button--primary" href="#${STEPS[at + 1][0]}">${t("Next: {step}", { step: STEPS[at + 1][1] })}${icon("arrow-right", true)}</a>` : nothing}</nav></section></div>`;
}

function oneStep(id, words, found, plan) {
  const now = id === view.step;
  const lacking = found.filter((one) => one.weight === "missing" && (one.step === id || id === "review")).length;
  const state = id === "links" ? linksState() : id === "review" ? (lacking ? "later" : "done") : stateOf(id, found, plan);
  const note = lacking ? tn("{n} thing missing", "{n} things missing", lacking) : state === "done" ? t("complete") : state === "trouble" ? t("some not yet") : t("not yet");
  return html`<li class="stepper__step" data-state=${now ? "now" : state}><a href="#${id}" aria-current=${now ? "step" : nothing}>${state === "done" && !now ? icon("check") : nothing}<span class="stepper__name">${words}</span> <span class="stepper__note">${note}</span></a></li>`;
}

// What was written of something that somebody else took out meanwhile: it stays here until it is copied or given up.
function lost() {
  const gone = outbox.refused.filter(({ name, data }) => THINGS[name] && !store.get(THINGS[name][1], data[THINGS[name][0]]));
  if (!gone.length) return nothing;
  return html`<section class="banner banner--care" aria-labelledby="lost"><div class="banner__words stack"><p class="banner__title" id="lost">${t("Somebody took this out while you were writing. What you wrote is kept here.")}</p>
    ${gone.flatMap((record) => Object.keys(record.was ?? {}).map((field) => html`<div><p class="refused__text" dir="auto">${String(record.data[field])}</p>${refused(record, { field })}</div>`))}</div></section>`;
}

function arrive() {
  const { step, field } = asked();
  view.step = step;
  if (field) view.focus = field;
  redraw();
  const title = document.getElementById("step-title");
  if (!field) title.focus({ preventScroll: true });
  if (!field) document.getElementById("main").scrollIntoView({ block: "start" });
  refresh();
}

function asked() {
  const [step, field] = decodeURIComponent(location.hash.slice(1)).split("/");
  return { step: STEPS.some(([id]) => id === step) ? step : "basics", field };
}

function today() {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone(), dateStyle: "short" }).format(new Date());
}

function zone() {
  try { return new Intl.DateTimeFormat("en", { timeZone: basics().time_zone }).resolvedOptions().timeZone; } catch { return "UTC"; }
}
