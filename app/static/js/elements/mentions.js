/** The list of delegations that opens after @ in a text field. Arrows choose; Tab or Enter accept, only while the list is open. */
import { html } from "../../vendor/lit-html.js";
import { redraw, refresh } from "../core/boot.js";
import { say } from "../core/announce.js";
import { t, tn } from "../core/words.js";
import { mentionAt } from "./point-words.js";

const WAIT = 120;

export class Mentions {
  #accepted; #found = []; #at = 0; #chosen = 0; #area = null; #asked = 0; #timer;

  /** `accepted(text, caret)` is called with the whole new text when a name was chosen. */
  constructor(id, accepted) {
    this.id = id;
    this.#accepted = accepted;
  }

  get active() {
    return this.#found.length ? `${this.id}-${this.#chosen}` : null;
  }

  view() {
    return html`<ul class="combo__list" id=${this.id} role="listbox" aria-label=${t("Delegations")} ?hidden=${!this.#found.length}>
      ${this.#found.map(({ name }, i) => html`<li class="combo__option" role="option" id="${this.id}-${i}" aria-selected=${i === this.#chosen} dir="auto"
        @pointerdown=${(event) => { event.preventDefault(); this.#accept(i); }}>${name}</li>`)}</ul>`;
  }

  /** Look for a mention at the caret of this text area. */
  look(area) {
    clearTimeout(this.#timer);
    this.#area = area;
    const mention = mentionAt(area.value, area.selectionStart);
    if (!mention?.word.trim()) return this.close();
    this.#timer = setTimeout(() => this.#find(mention), WAIT);
  }

  close() {
    clearTimeout(this.#timer);
    this.#asked += 1;
    if (!this.#found.length) return;
    this.#found = [];
    refresh();
  }

  /** True when the key was for the open list. */
  key(event) {
    if (!this.#found.length) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.#choose((this.#chosen + step + this.#found.length) % this.#found.length);
    else if ((event.key === "Enter" || event.key === "Tab") && !event.shiftKey) this.#accept(this.#chosen);
    else if (event.key === "Escape") this.close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  async #find({ at, word }) {
    const asked = ++this.#asked;
    let found = [];
    try {
      found = await (await fetch(`/api/delegations?q=${encodeURIComponent(word.trim())}`, { headers: { Accept: "application/json" } })).json();
    } catch { /* offline: the name is typed by hand */ }
    if (asked !== this.#asked) return;
    this.#at = at;
    this.#chosen = 0;
    this.#found = Array.isArray(found) ? found.slice(0, 8) : [];
    if (this.#found.length) say(tn("{n} delegation to choose from", "{n} delegations to choose from", this.#found.length));
    refresh();
  }

  #choose(at) {
    this.#chosen = at;
    redraw();
    document.getElementById(this.active)?.scrollIntoView({ block: "nearest" });
  }

  #accept(at) {
    const { value, selectionStart: caret } = this.#area;
    const text = `${value.slice(0, this.#at)}${this.#found[at].name} ${value.slice(caret)}`;
    const place = this.#at + this.#found[at].name.length + 1;
    this.close();
    this.#accepted(text, place);
  }
}
