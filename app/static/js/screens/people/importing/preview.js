/** The third step: what every row would become, with counts on top, and each row mended in place. Nothing is written yet. */
import { html, nothing, repeat } from "../../../../vendor/lit-html.js";
import { ask, redraw, refresh } from "../../../core/boot.js";
import { list } from "../../../core/lists.js";
import { number, t, tn } from "../../../core/words.js";
import { notice } from "../../../elements/shell.js";
import { pager } from "../../../elements/pager.js";
import { busy, trouble } from "./choosing.js";
import { previewRow } from "./row.js";
import { sameDialog } from "./same.js";
import { asCommand, counts, importWords, look, outcome, PAGE, putAway, troubled, work } from "./work.js";

const KINDS = { created: () => t("New"), matched: () => t("In the meeting already"), joined: () => t("Joined with another row"), refused: () => t("Refused"), left_out: () => t("Left out"), remarked: () => t("With a remark") };

export function previewPage() {
  const counted = counts();
  const shown = work.rows.filter((row) => fits(row));
  work.page = Math.max(0, Math.min(work.page, Math.ceil(shown.length / PAGE) - 1));
  const parts = pager({ page: work.page, size: PAGE, all: shown.length, go: (page) => { work.page = page; refresh(); document.getElementById("preview-counts").scrollIntoView(); } });
  const some = counted.created + counted.matched;
  return html`<p class="folk__sentence" id="preview-counts" tabindex="-1">${sentence(counted)}</p>
    <div class="chips" role="group" aria-label=${t("Show rows")}><button class="chip" type="button" aria-pressed=${!work.only} @click=${() => only("")}>${t("All rows")} <span class="quiet">${number(counted.all)}</span></button>
      ${Object.entries(KINDS).filter(([kind]) => counted[kind] || work.only === kind).map(([kind, words]) => html`<button class="chip" type="button" aria-pressed=${work.only === kind} @click=${() => only(kind)}>${words()} <span class="quiet">${number(counted[kind])}</span></button>`)}</div>
    ${parts}
    ${shown.length ? html`<table class="table table--cards table--lined folk__preview"><caption class="unseen">${t("What every row would become")}</caption>
      <thead><tr><th scope="col" class="table__number">${t("Row")}</th><th scope="col">${t("Name")}</th><th scope="col">${t("Delegation")}</th><th scope="col">${t("E-mail")}</th><th scope="col">${t("Breakout choice")}</th><th scope="col">${t("Becomes")}</th><th scope="col"><span class="unseen">${t("Acts")}</span></th></tr></thead>
      <tbody>${repeat(shown.slice(work.page * PAGE, (work.page + 1) * PAGE), ({ row }) => row, (row) => previewRow(row, outcome(row)))}</tbody></table>` : html`<p class="empty">${t("There is no such row.")}</p>`}
    ${parts}
    <div class="folk__bar">${busy()}${trouble()}
      <div class="row row--apart">${work.file ? html`<button class="button" type="button" ?disabled=${Boolean(work.busy)} @click=${() => { work.step = "columns"; refresh(); }}>${t("Back to the columns")}</button>` : html`<span></span>`}
        <button class="button button--primary" type="button" ?disabled=${!some || Boolean(work.busy)} @click=${bringIn}>${importWords(counted)}</button></div></div>
    ${sameDialog()}`;
}

function fits(row) {
  const { became, remarks = [] } = outcome(row);
  return !work.only || became === work.only || (work.only === "remarked" && remarks.length > 0) || row.row === work.open;
}

function only(kind) {
  Object.assign(work, { only: kind, page: 0 });
  refresh();
}

function sentence({ all, created, matched, joined, refused, left_out: left }) {
  const others = [matched && tn("{n} is in the meeting already", "{n} are in the meeting already", matched), joined && tn("{n} stands there twice", "{n} stand there twice", joined),
    refused && tn("{n} is refused", "{n} are refused", refused), left && tn("{n} is left out", "{n} are left out", left)].filter(Boolean);
  const said = { rows: tn("{n} row", "{n} rows", all), people: tn("{n} new person", "{n} new people", created), others: list(others) };
  return others.length ? t("{rows} become {people}; {others}. Nothing is written yet.", said) : t("{rows} become {people}. Nothing is written yet.", said);
}

async function bringIn() {
  const counted = counts();
  work.busy = tn("Importing {n} person", "Importing {n} people", counted.created);
  work.trouble = "";
  refresh();
  const answer = await ask("roster.import", asCommand(), { keep: false }).answered;
  work.busy = "";
  if (answer.ok) {
    putAway();
    Object.assign(work, { step: "done", result: { ...counted, id: answer.result.roster_import } });
    redraw();
    document.getElementById("import-title").focus();
    return notice(tn("{n} person is imported.", "{n} people are imported.", counted.created));
  }
  if (answer.code === "conflict" && (await look())) return troubled(answer.why);
  troubled([answer.why, ...new Set(Object.values(answer.fields ?? {}))].filter((words, at, all) => words && all.indexOf(words) === at).slice(0, 3).join(" "));
}
