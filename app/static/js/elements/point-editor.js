/** The editor of one point, in its place in the list. Enter saves, Shift+Enter breaks the line, Esc leaves everything as it was. */
import { html, live, nothing } from "../../vendor/lit-html.js";
import { refresh } from "../core/boot.js";
import { draft, keepDraft } from "../core/drafts.js";
import { t } from "../core/words.js";
import { KINDS } from "./kinds.js";
import { Mentions } from "./mentions.js";
import { characters, MOST_CHARACTERS } from "./point-words.js";

/** Where the unsaved words of an editor are kept. */
export function editDraft({ key, thing }) {
  return `edit:${thing.room}:${thing.id ?? key}`;
}

export class PointEditor {
  #was; #field; #text; #kind; #tags; #saved; #left; #mentions; #problem = "";

  /** `thing` is the point as it is, `theirs` somebody else's newer words to look at; `saved(changes, was)` and `left()` end the editing. */
  constructor({ key, thing, text = thing.text, theirs, saved, left }) {
    this.key = key;
    this.theirs = theirs;
    this.#was = { text: thing.text, kind: thing.kind, tags: thing.tags };
    this.#field = editDraft({ key, thing });
    this.#text = draft(this.#field) || text;
    this.#kind = thing.kind;
    this.#tags = thing.tags.join(", ");
    this.#saved = saved;
    this.#left = left;
    this.#mentions = new Mentions(`edit-${key}-names`, (words, caret) => this.#write(words, caret));
  }

  get id() {
    return `edit-${this.key}`;
  }

  focus() {
    const area = document.getElementById(this.id);
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
    // With its kind, its tags and its buttons, which the composer at the lower edge would cover.
    area?.closest("li")?.scrollIntoView({ block: "nearest" });
  }

  view() {
    return html`
      <form class="stack stack--near" @submit=${(event) => { event.preventDefault(); this.#save(); }} @keydown=${this.#key}>
        ${this.theirs === undefined ? nothing : html`<p class="small"><span class="quiet">${t("Theirs:")}</span> <bdi>${this.theirs}</bdi></p>`}
        <label class="unseen" for=${this.id}>${t("Text of the point")}</label>
        <div class="combo">
          <textarea class="input" id=${this.id} rows="3" dir="auto" .value=${live(this.#text)}
            aria-autocomplete="list" aria-controls=${this.#mentions.id} aria-activedescendant=${this.#mentions.active ?? nothing}
            @input=${(event) => { this.#write(event.target.value); this.#mentions.look(event.target); }}></textarea>
          ${this.#mentions.view()}
        </div>
        ${this.#problem ? html`<p class="field__error" role="alert">${this.#problem}</p>` : nothing}
        <div class="columns">
          <div class="field"><label class="field__label" for="${this.id}-kind">${t("Kind")}</label>
            <select class="input" id="${this.id}-kind" @change=${(event) => { this.#kind = event.target.value; }}>
              ${KINDS.map(({ value, words }) => html`<option value=${value} ?selected=${value === this.#kind}>${words}</option>`)}
            </select></div>
          <div class="field"><label class="field__label" for="${this.id}-tags">${t("Tags, with commas between them")}</label>
            <input class="input" id="${this.id}-tags" dir="auto" .value=${live(this.#tags)} @input=${(event) => { this.#tags = event.target.value; }}></div>
        </div>
        <p class="row"><button class="button button--primary" type="submit">${t("Save")}</button>
          <button class="button" type="button" @click=${() => this.#leave()}>${t("Cancel")}</button></p>
      </form>`;
  }

  #write(text, caret) {
    this.#text = text;
    this.#problem = "";
    keepDraft(this.#field, text === this.#was.text ? "" : text);
    const area = document.getElementById(this.id);
    if (area && area.value !== text) area.value = text;
    if (caret !== undefined) area?.setSelectionRange(caret, caret);
    refresh();
  }

  #key = (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.target.id === this.id && this.#mentions.key(event)) return;
    event.stopPropagation();
    if (event.key === "Escape") this.#leave();
    else if (event.key === "Enter" && !event.shiftKey && event.target.id === this.id) this.#save();
    else return;
    event.preventDefault();
  };

  #save() {
    const text = this.#text.trim();
    const length = characters(text);
    if (!text) this.#problem = t("A point needs words. To take it away, use Remove.");
    else if (length > MOST_CHARACTERS) this.#problem = t("This point has {length} characters; {most} is the most.", { length, most: MOST_CHARACTERS });
    if (this.#problem) return refresh();
    const tags = this.#tags.split(/[,،、]/).map((tag) => tag.trim().replace(/^#/, "")).filter(Boolean);
    const now = { text, kind: this.#kind, tags };
    const changed = Object.fromEntries(Object.entries(now).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(this.#was[field])));
    const was = Object.fromEntries(Object.keys(changed).map((field) => [field, this.#was[field]]));
    keepDraft(this.#field, "");
    this.#saved(changed, was);
  }

  #leave() {
    keepDraft(this.#field, "");
    this.#left();
  }
}
