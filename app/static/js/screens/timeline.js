/** The timeline is written by the server; here its times become local, and the page says when something new has happened. */
import { html, nothing } from "../../vendor/lit-html.js";
import { start, store } from "../core/boot.js";
import { locale, t, tn } from "../core/words.js";
import { icon } from "../elements/icon.js";
import "../elements/menus.js";
import { showLine } from "../elements/shell.js";

const QUIET = /^(tally|board|ticket)/;
let since = 0;

localTimes();
start(hint);
store.watch(({ event }) => { if (event && !QUIET.test(event)) since += 1; });
showLine();

function hint() {
  if (!since) return nothing;
  return html`<p class="banner"><span class="banner__words">${tn("{n} act since this page was loaded.", "{n} acts since this page was loaded.", since)}</span>
    <a class="button" href=${location.pathname + location.search}>${icon("refresh-cw")}${t("Show them")}</a></p>`;
}

function localTimes() {
  const clock = new Intl.DateTimeFormat(locale(), { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
  const days = new Intl.DateTimeFormat(locale(), { dateStyle: "full" });
  let day = "";
  for (const time of document.querySelectorAll(".timeline__at")) {
    const at = new Date(time.dateTime);
    time.textContent = clock.format(at);
    const today = days.format(at);
    const act = time.closest("li");
    if (today !== day) act.dataset.day = today;
    else delete act.dataset.day;
    day = today;
  }
}
