/** Step 1: what the meeting is called, its language and clock, who comes in. */
import { html } from "../../../vendor/lit-html.js";
import { boot, clock } from "../../core/boot.js";
import { parts, t } from "../../core/words.js";
import { checkField, choiceField, lineField, textField } from "./fields.js";
import { basics, basicsSheet } from "./state.js";

const LANGUAGES = [["en", "English"], ["fr", "Français"], ["es", "Español"], ["ru", "Русский"], ["zh", "中文"], ["ar", "العربية"]];
export const ATTRIBUTIONS = [["not attributed", t("Not attributed: nobody is named")], ["attributed", t("Attributed: delegations are named")], ["Chatham House Rule", t("Chatham House Rule")]];

export function basicsStep() {
  const sheet = basicsSheet();
  return html`<section class="part"><div class="part__title"><h3>${t("What it is called")}</h3></div><div class="plan__fields">
      ${lineField(sheet, "title", t("Title of the meeting"), { wide: true })}
      ${lineField(sheet, "process", t("Process it belongs to"), { wide: true, hint: t("For example a ministerial that this meeting prepares") })}
      ${lineField(sheet, "running_head", t("Running head"), { wide: true, hint: t("Small words at the top of every page of the summary") })}
      ${textField(sheet, "document_title", t("Title of the summary"), { wide: true, rows: 2 })}</div></section>
    <section class="part"><div class="part__title"><h3>${t("What the summary says of it")}</h3></div><div class="plan__fields">
      ${textField(sheet, "overview", t("Overview"), { wide: true, rows: 4, hint: t("One paragraph a line") })}
      ${textField(sheet, "introduction", t("Introduction"), { wide: true, rows: 4, hint: t("Leave it empty to have it written from the figures") })}</div></section>
    <section class="part"><div class="part__title"><h3>${t("Language and clock")}</h3></div><div class="plan__fields">
      ${choiceField(sheet, "language", t("Language of the meeting"), LANGUAGES, { hint: t("Of the summary and of the invitations") })}
      ${lineField(sheet, "time_zone", t("Time zone"), { list: "zones", dir: "ltr", hint: hereAndThere(basics().time_zone) })}</div></section>
    <section class="part"><div class="part__title"><h3>${t("Coming in")}</h3></div><div class="plan__fields">
      ${choiceField(sheet, "walk_ins", t("Whoever joins with the code"), [["lobby", t("waits in the lobby until somebody lets them in")], ["admit", t("comes in at once")]])}
      ${lineField(sheet, "video_link", t("Where the video is"), { type: "url", dir: "ltr", inputmode: "url", hint: t("The address of the plenary’s video call, as the platform gives it") })}</div></section>
    <section class="part"><div class="part__title"><h3>${t("In the rooms")}</h3></div><div class="plan__fields">
      ${choiceField(sheet, "attribution", t("Attribution in new rooms"), ATTRIBUTIONS)}
      ${checkField(sheet, "drafts_for_chairs", t("Co-chairs read the drafts of a room while it is open"), t("Otherwise they see how many points there are, and read them once the room has closed."))}</div></section>`;
}

function hereAndThere(zone) {
  try {
    const at = new Date(clock.now());
    const lang = boot.lang || "en";
    const time = new Intl.DateTimeFormat(lang, { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
    const offset = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" }).formatToParts(at).find(({ type }) => type === "timeZoneName").value.replace("GMT", "UTC");
    return parts(t("The clock that sessions go by; it shows {time} now, {offset}"), { time, offset: html`<bdi dir="ltr">${offset}</bdi>` });
  } catch {
    return t("A place such as Europe/London");
  }
}
