/**
 * The composer of points. Enter adds, Shift+Enter breaks the line, #words name the kind or are tags, @ offers delegations,
 * ↑ in the empty composer goes to the last point, many pasted lines become many points if the person wants.
 */
import { html, live, nothing } from "../../vendor/lit-html.js";
import { redraw, refresh } from "../core/boot.js";
import { draft, keepDraft } from "../core/drafts.js";
import { say } from "../core/announce.js";
import { parts, t, tn } from "../core/words.js";
import { icon } from "./icon.js";
import { KINDS, kindWords } from "./kinds.js";
import { Mentions } from "./mentions.js";
import { characters, linesOf, MOST_CHARACTERS, readPoint } from "./point-words.js";
import { lineState } from "./shell.js";
import "./time-left.js";

export class Composer {
  #field; #add; #up; #undo; #text; #kind = "takeaway"; #pasted = null; #problem = ""; #mentions; #named = new Set();

  /** `field` names the draft; `add({text, kind, tags})` is called for each point; in the empty composer `up()` for ↑ and `undo()` for Ctrl+Z. */
  constructor({ field, add, up, undo }) {
    this.#field = field;
    this.#add = add;
    this.#up = up;
    this.#undo = undo;
    this.#text = draft(field);
    this.#mentions = new Mentions(`${this.id}-names`, (text, caret, name) => { if (name) this.#named.add(name); this.#write(text, caret); }, { kinds: true });
  }

  id = "composer";

  focus() {
    document.getElementById(this.id)?.focus();
  }

  /** The whole form; `label` is its name, `hint` a sentence under it, `closed` a sentence when nothing can be added any more, `ends` the time of the room, `aside` what else must stay in sight, `unattributed`: the rule of the room is that nobody is named. */
  view({ label = t("New point"), hint, closed, ends, aside = nothing, unattributed = false } = {}) {
    const point = readPoint(this.#text, this.#kind);
    const marked = point.tags.length || point.kind !== this.#kind;
    return html`
      <form class="composer stack stack--near" @submit=${(event) => { event.preventDefault(); this.#submit(); }}>
        <div class="field">
          <label class="field__label" for=${this.id}>${label}</label>
          <div class="combo">
            <textarea class="input" id=${this.id} rows="2" dir="auto" autocomplete="off" enterkeyhint="done"
              aria-describedby="${this.id}-hint" aria-invalid=${this.#problem ? "true" : "false"}
              aria-autocomplete="list" aria-controls=${this.#mentions.id} aria-activedescendant=${this.#mentions.active ?? nothing}
              .value=${live(this.#text)}
              @input=${this.#typed} @keydown=${this.#key} @paste=${this.#paste} @blur=${() => this.#mentions.close()}></textarea>
            ${this.#mentions.view()}
          </div>
          <p class="field__hint ${marked || closed ? "" : "composer__manual"}" id="${this.id}-hint">${closed ?? (marked ? this.#reading(point) : hint ?? t("Enter adds · Shift+Enter breaks the line · # sets the kind · @ names a delegation"))}</p>
          ${this.#problem ? html`<p class="field__error" role="alert">${this.#problem}</p>` : nothing}
        </div>
        ${unattributed ? this.#namedView() : nothing}
        ${this.#pasted ? this.#pastedView() : html`<div class="row composer__foot">
          <label class="unseen" for="${this.id}-kind">${t("Kind")}</label>
          <select class="input composer__kind" id="${this.id}-kind" @change=${(event) => { this.#kind = event.target.value; refresh(); }}>
            ${KINDS.map(({ value, words }) => html`<option value=${value} ?selected=${value === this.#kind}>${words}</option>`)}
          </select>
          <button class="button button--primary" type="submit">${icon("plus")}${t("Add")}</button>
          ${this.#standing(ends, aside)}
        </div>`}
      </form>`;
  }

  // The head of the page scrolls away; whether all is saved, and the time, must not.
  #standing(ends, aside) {
    const { state, words } = lineState();
    return html`<span class="composer__state">${aside}<span class="line" data-state=${state}>${words}</span>${ends ? html` <time-left ends=${ends}></time-left>` : nothing}</span>`;
  }

  #reading({ kind, tags }) {
    return html`${t("Will be kept as")} <strong>${kindWords(kind)}</strong>${tags.map((tag) => html` <span class="tag"><bdi>#${tag}</bdi></span>`)}`;
  }

  // A word of warning, not a lock: a name may be what a point is about.
  #namedView() {
    const name = [...this.#named].find((each) => this.#text.includes(each));
    return html`<div role="status">${name ? html`<div class="banner banner--care">
      <p class="banner__words">${parts("Points of this room name nobody, and this one names {name}.", { name: html`<bdi>${name}</bdi>` })}</p>
      <p class="banner__acts"><button type="button" class="button" @click=${() => this.#leaveOut(name)}>${t("Leave the name out")}</button>
        <button type="button" class="button button--quiet" @click=${() => this.#keepName(name)}>${t("Keep it")}</button></p></div>` : nothing}</div>`;
  }

  #leaveOut(name) {
    this.#named.delete(name);
    const at = this.#text.indexOf(name);
    const before = this.#text.slice(0, at).trimEnd();
    this.#write([before, this.#text.slice(at + name.length).trimStart()].filter(Boolean).join(" "), before.length);
    this.#backToWriting();
  }

  #keepName(name) {
    this.#named.delete(name);
    this.#backToWriting();
  }

  #backToWriting() {
    redraw();
    this.focus();
  }

  #pastedView() {
    const n = this.#pasted.length;
    return html`<div class="banner" role="group" aria-label=${t("Pasted lines")} @keydown=${(event) => event.key === "Escape" && this.#keepWhole()}>
      <p class="banner__words">${tn("Add {n} point?", "Add {n} points?", n)} <span class="quiet">${t("One for each line.")}</span></p>
      <p class="banner__acts">
        <button type="button" class="button button--primary" id="${this.id}-many" @click=${this.#addMany}>${tn("Add {n} point", "Add {n} points", n)}</button>
        <button type="button" class="button" @click=${() => this.#keepWhole()}>${t("Keep as one text")}</button>
      </p></div>`;
  }

  #typed = (event) => {
    this.#write(event.target.value);
    this.#mentions.look(event.target);
  };

  #write(text, caret) {
    this.#text = text;
    this.#problem = "";
    keepDraft(this.#field, this.#pasted ? this.#joined() : text);
    // At once, not in the next frame: the next key may come before that.
    const area = document.getElementById(this.id);
    if (area && area.value !== text) area.value = text;
    if (caret !== undefined) area?.setSelectionRange(caret, caret);
    refresh();
  }

  #key = (event) => {
    // While an input method composes, Enter chooses a word.
    if (event.isComposing || event.keyCode === 229) return;
    if (this.#mentions.key(event)) return;
    if (event.key === "Enter" && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === "ArrowUp" && !this.#text && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      this.#up?.();
    } else if (event.key.toLowerCase() === "z" && !this.#text && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && this.#undo) {
      event.preventDefault();
      this.#undo();
    }
  };

  #submit() {
    if (!this.#text.trim()) return;
    const point = readPoint(this.#text, this.#kind);
    if (!point.text) {
      if (!point.tags.length) { this.#kind = point.kind; this.#write(""); say(t("Kind: {kind}", { kind: kindWords(point.kind) })); }
      return;
    }
    const length = characters(point.text);
    if (length > MOST_CHARACTERS) {
      this.#problem = t("This point has {length} characters; {most} is the most. Please make two of it.", { length, most: MOST_CHARACTERS });
      refresh();
      return;
    }
    this.#add(point);
    this.#write("");
  }

  #paste = (event) => {
    const lines = linesOf(event.clipboardData?.getData("text/plain") ?? "");
    if (lines.length < 2) return;
    event.preventDefault();
    this.#pasted = lines;
    this.#whole = event.clipboardData.getData("text/plain");
    // Until the person has chosen, a reload brings it back as one text.
    keepDraft(this.#field, this.#joined());
    redraw();
    document.getElementById(`${this.id}-many`)?.focus();
    say(tn("Add {n} point?", "Add {n} points?", lines.length));
  };

  #whole = "";

  #addMany = () => {
    for (const line of this.#pasted) this.#add(readPoint(line, this.#kind));
    say(tn("{n} point added", "{n} points added", this.#pasted.length));
    this.#pasted = null;
    keepDraft(this.#field, this.#text);
    this.#backToWriting();
  };

  #keepWhole() {
    this.#pasted = null;
    this.#write(this.#joined());
    this.#backToWriting();
  }

  #joined() {
    return [this.#text, this.#whole.trim()].filter(Boolean).join(/\s$/u.test(this.#text) ? "" : "\n");
  }
}
