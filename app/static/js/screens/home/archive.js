/** An archive opened as a new meeting: chosen, looked into, opened; and a meeting that came so removed again. */
import { html, nothing, render } from "../../../vendor/lit-html.js";
import { boot } from "../../core/page.js";
import { post } from "../../core/post.js";
import { locale, number, t, tn } from "../../core/words.js";
import { icon } from "../../elements/icon.js";

const LARGEST = 4 * 1024 * 1024;
let chosen = null;
let host = null;
let whenOpened = () => {};

/** Show the part in `place`; `opened(meeting)` is called once an archive was opened. */
export function archivePart(place, opened) {
  host = place;
  whenOpened = opened;
  draw();
}

/** Remove a meeting that came from an archive; gives why not, empty when it is gone. */
export async function removeOpened(meeting) {
  const answer = await post("/archives/remove", { meeting: meeting.id }, boot.csrf);
  return answer.ok ? "" : answer.why;
}

function draw() {
  render(html`<section class="part"><div class="part__title"><h2>${t("Open an archive")}</h2></div>
    <div class="stack"><label class="drop ${chosen?.why ? "drop--bad" : ""}" @dragover=${(event) => event.preventDefault()} @drop=${(event) => { event.preventDefault(); choose(event.dataTransfer.files[0]); }}>${icon("file-text")}
      <span class="drop__words">${t("Choose an archive")}</span><span class="drop__hint">${t("A whole meeting in one file, as it was taken out here or on another server. It becomes a new meeting; nothing that is here changes.")}</span>
      <input class="unseen" type="file" accept=".zip,application/zip" @change=${({ target }) => { choose(target.files[0]); target.value = ""; }}></label>
    ${chosen?.why ? html`<p class="field__error" role="alert">${chosen.why}</p>` : nothing}
    ${chosen?.holds ? preview() : nothing}</div></section>`, host);
}

function preview() {
  const { name, title, holds, made_at: made, dates } = chosen;
  const held = [
    tn("{n} session", "{n} sessions", holds.sessions), tn("{n} room", "{n} rooms", holds.rooms), tn("{n} person", "{n} people", holds.people),
    tn("{n} point", "{n} points", holds.points), ...(holds.notes ? [tn("{n} private note", "{n} private notes", holds.notes)] : []),
  ];
  return html`<section class="card card--marked" aria-labelledby="archive-holds"><h3 class="card__title" id="archive-holds" tabindex="-1">${t("What this archive holds")}</h3>
    <p class="drop__file">${icon("file-text")}<bdi>${name}</bdi></p><p class="quote"><bdi>${title}</bdi></p>
    <p>${held.join(" · ")}</p>
    <p class="small quiet">${[...days(dates), t("Taken out on {day}", { day: new Intl.DateTimeFormat(locale(), { dateStyle: "long", timeStyle: "short" }).format(new Date(made)) }), t("Form {version} of archives", { version: number(chosen.version) })].join(" · ")}</p>
    <p class="small quiet">${t("Links, codes and passwords are never in an archive: whoever is to come in is given a new link.")}</p>
    <div class="card__foot"><button type="button" class="button button--primary" @click=${open}>${t("Open it as a new meeting")}</button><button type="button" class="button button--quiet" @click=${leave}>${t("Leave it")}</button></div></section>`;
}

async function choose(file) {
  if (!file) return;
  chosen = { name: file.name, file };
  if (file.size > LARGEST) chosen.why = t("This file is far larger than an archive of a meeting. Choose another file.");
  else Object.assign(chosen, await send("/archives/read", file));
  draw();
  host.querySelector("#archive-holds")?.focus();
}

async function open({ currentTarget }) {
  currentTarget.setAttribute("aria-busy", "true");
  const answer = await send("/archives/open", chosen.file);
  currentTarget.removeAttribute("aria-busy");
  if (answer.ok) return whenOpened(answer.result.id);
  chosen = { name: chosen.name, why: answer.why };
  return draw();
}

function leave() {
  chosen = null;
  draw();
  host.querySelector("input").focus();
}

async function send(path, file) {
  try {
    const answer = await fetch(path, { method: "POST", headers: { "Content-Type": "application/octet-stream", Accept: "application/json", "X-CSRF": boot.csrf }, body: file });
    return await answer.json();
  } catch {
    return { ok: false, why: t("No answer came, so the file was not read. Look at your connection and choose it again.") };
  }
}

function days(dates) {
  if (!dates.length) return [];
  const format = new Intl.DateTimeFormat(locale(), { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return [format.formatRange(new Date(dates[0]), new Date(dates.at(-1)))];
}
