/** One section: the words, the compiled text beside them when it has changed, and both texts when two people wrote at once. */
import { html, nothing } from "../../../vendor/lit-html.js";
import { t, timeOfDay } from "../../core/words.js";
import { icon } from "../../elements/icon.js";
import { notice } from "../../elements/shell.js";
import { stateBadge } from "./outline.js";
import { changed, forgetTyped, restore, section, theirs, type, view, words, write } from "./state.js";

export function editor() {
  const one = section();
  if (!one) return html`<p class="empty">${view.trouble || t("The summary is being compiled.")}</p>`;
  return html`<div class="stack"><div class="editor__head"><h2 dir="auto">${one.title}</h2>${stateBadge(one)}</div>
    ${one.edited && one.edited_by ? html`<p class="small quiet">${t("Words of")} <bdi>${one.edited_by}</bdi>${one.edited_at ? html`, ${timeOfDay(one.edited_at)}` : nothing}</p>` : nothing}
    ${one.kind === "table" ? figures(one) : field(one, theirs(one))}</div>`;
}

function figures(one) {
  return html`<p class="banner">${t("These figures come from the list of who took part; they are put right there and not here.")}</p><div class="compiled" dir="auto">${one.body}</div>`;
}

// One field in every state: when another's words arrive while a person types, the next letter must still land in it.
function field(one, other) {
  const typed = changed(one);
  const beside = other ? otherWords(one, other) : one.stale ? compiled(one) : nothing;
  return html`${above(one, other)}
    <div class=${beside === nothing ? "editor" : "editor editor--two"}>
      <form class="stack stack--near" @submit=${(event) => { event.preventDefault(); save(one, other); }}>
        <label class="field__label" for="words">${other ? t("Yours") : one.edited || typed ? t("Words for the summary") : t("Compiled from the meeting; change it here if it should read otherwise")}</label>
        <textarea class="input input--words" id="words" dir="auto" rows=${Math.min(24, 4 + Math.ceil(words(one).length / 70))} .value=${words(one)} @input=${({ target }) => type(one, target.value)} @keydown=${(event) => keys(event, one, other)} aria-describedby="words-hint"></textarea>
        <p class="small quiet" id="words-hint">${t("An empty line parts paragraphs; a line that begins with “- ” is a bullet.")}</p>
        <div class="row"><button class="button button--primary" type="submit" ?disabled=${!typed} aria-busy=${view.busy.has(one.key) ? "true" : nothing}>${other ? t("Save mine") : t("Save")}</button>
          ${typed && !other ? html`<button class="button button--quiet" type="button" @click=${() => drop(one)}>${t("Drop my changes")}</button>` : nothing}
          ${one.edited && !other ? html`<button class="button button--quiet" type="button" @click=${() => back(one)}>${icon("undo-2", true)}${t("Back to the compiled text")}</button>` : nothing}</div></form>
      ${beside}</div>
    ${one.edited && !one.stale && !other ? html`<details class="fold"><summary>${t("The compiled text")}</summary>${compiledWords(one)}</details>` : nothing}`;
}

function above(one, other) {
  if (other) return html`<p class="banner banner--care" role="status"><span class="banner__words">${t("While you were writing, somebody else saved this section. Both texts are here; neither is lost.")}</span></p>`;
  if (one.stale) return html`<p class="banner banner--care"><span class="banner__words">${t("The notes or points this was written from have changed since. Your words are kept; the text as it would be compiled now stands beside them.")}</span></p>`;
  return nothing;
}

function compiled(one) {
  return html`<div class="stack stack--near"><h3>${t("As compiled now")}</h3>${compiledWords(one)}
    <div class="row"><button class="button" type="button" @click=${() => type(one, one.compiled)}>${t("Take this into the field")}</button>
      <button class="button button--quiet" type="button" @click=${() => write(one, words(one))}>${t("My words still hold")}</button></div></div>`;
}

const compiledWords = (one) => html`<div class="compiled" dir="auto">${one.compiled || t("Nothing yet.")}</div>`;

function otherWords(one, other) {
  return html`<div class="stack stack--near"><h3>${other.edited_by ? html`<bdi>${other.edited_by}</bdi>` : t("Theirs")}</h3><div class="compiled" dir="auto">${other.body}</div>
    <div class="row"><button class="button" type="button" @click=${() => forgetTyped(one)}>${t("Keep theirs")}</button></div></div>`;
}

async function save(one, other) {
  const before = one.edited ? one.body : null;
  if (!(await write(one, words(one), other?.version))) return;
  const now = () => section();
  notice(t("Saved: {title}", { title: one.title }), { words: t("Undo"), run: () => (before === null ? restore(now()) : write(now(), before)) });
}

async function back(one) {
  const before = one.body;
  if (await restore(one)) notice(t("{title} reads as compiled again.", { title: one.title }), { words: t("Undo"), run: () => write(section(), before) });
}

function drop(one) {
  const typed = words(one);
  type(one, one.body);
  notice(t("Your changes are dropped."), { words: t("Undo"), run: () => type(one, typed) });
}

function keys(event, one, other) {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
    event.preventDefault();
    if (changed(one)) save(one, other);
  }
}
