/** What a moderator does to run a room: the question, more time, a call for help, the way to the video room. */
import { html, nothing } from "../../vendor/lit-html.js";
import { ask, line, store } from "../core/boot.js";
import { say } from "../core/announce.js";
import { t, timeOfDay, tn } from "../core/words.js";
import { openDialog } from "./dialog.js";
import { icon } from "./icon.js";
import { endOf, videoLink } from "./room-head.js";
import { notice } from "./shell.js";
import { helpInWords } from "./help-words.js";

const MORE = [2, 5, 10];
const CALLS = [t("Please come to the room"), t("There is a technical problem"), t("We need an interpreter"), t("We need more time")];

export function runPane(room) {
  return html`
    ${room.question ? html`<p class="quote" dir="auto">${room.question}</p>` : html`<p class="quiet">${t("No question is set for this room.")}</p>`}
    <p class="row">
      ${videoLink(room)}
      <button type="button" class="button" @click=${() => edit(room)}>${icon("pencil")}${t("Change question or link")}</button>
    </p>
    ${endOf(room) ? html`<div class="row" role="group" aria-label=${t("More time for this room")}>
      <span class="quiet">${t("More time:")}</span>
      ${MORE.map((minutes) => html`<button type="button" class="button" @click=${() => extend(room, minutes)}>${t("+{n} min", { n: minutes })}</button>`)}</div>` : nothing}
    ${helpView(room)}`;
}

function helpView(room) {
  const help = store.get("help", room.id);
  if (!help) return html`<p><button type="button" class="button" @click=${() => call(room)}>${icon("life-buoy")}${t("Ask for help")}</button></p>`;
  return html`<div class="banner banner--care"><p class="banner__words"><strong class="banner__title">${t("Help was asked for at {at}.", { at: timeOfDay(help.since) })}</strong> <bdi>${helpInWords(help.what)}</bdi></p>
    <p class="banner__acts"><button type="button" class="button" @click=${() => run("room.help_given", { room: room.id }, t("The call is taken back"))}>${t("It is settled")}</button></p></div>`;
}

async function extend(room, minutes) {
  const answer = await ask("room.extend", { room: room.id, minutes }).answered;
  const back = () => run("room.extend", { room: room.id, minutes: -minutes }, t("Taken back"));
  if (answer.ok) notice(tn("{n} minute more for this room", "{n} minutes more for this room", minutes), { words: t("Undo"), run: back });
  else notice(answer.why);
}

function call(room) {
  const dialog = openDialog({
    title: t("Ask for help"),
    body: () => html`<fieldset class="stack stack--near"><legend class="field__label">${t("The co-chairs and the secretariat see this on their board")}</legend>
      ${CALLS.map((words, i) => html`<label class="check"><input type="radio" name="call" value=${words} ?checked=${i === 0}><span>${words}</span></label>`)}</fieldset>
      <div class="field"><label class="field__label" for="call-more">${t("More about it (optional)")}</label><input class="input" id="call-more" dir="auto" maxlength="200"></div>`,
    acts: [{
      words: t("Ask for help"), primary: true,
      run: () => {
        const more = dialog.querySelector("#call-more").value.trim();
        const what = [dialog.querySelector("[name=call]:checked").value, more].filter(Boolean).join(": ");
        return run("room.ask_for_help", { room: room.id, what }, t("Help is called"));
      },
    }],
  });
}

function edit(room) {
  const link = store.get("room_door", room.id)?.video_link ?? "";
  const dialog = openDialog({
    title: t("Question and video room"),
    body: () => html`
      <div class="field"><label class="field__label" for="edit-question">${t("Question")}</label><textarea class="input" id="edit-question" rows="4" dir="auto" .value=${room.question ?? ""}></textarea></div>
      <div class="field"><label class="field__label" for="edit-link">${t("Address of the video room")}</label><input class="input" id="edit-link" type="url" dir="ltr" .value=${link}></div>`,
    acts: [{
      words: t("Save"), primary: true,
      run: () => {
        const video_link = dialog.querySelector("#edit-link").value.trim();
        if (video_link && !/^https?:\/\/\S+$/i.test(video_link)) return t("The address of a video room begins with https:// and has no spaces.");
        return run("room.edit", { room: room.id, question: dialog.querySelector("#edit-question").value.trim(), video_link }, t("Saved"));
      },
    }],
  });
}

// Gives nothing when it was done, or the sentence that says why not.
async function run(name, data, words) {
  if (!line.open) return notice(t("There is no line to the server now. Please try again in a moment.")) ?? false;
  const answer = await ask(name, data, { keep: false }).answered;
  if (answer.ok) return say(words);
  notice(answer.why);
  return [...new Set([answer.why, ...Object.values(answer.fields ?? {})])].join(" ");
}
