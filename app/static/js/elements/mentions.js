/**
 * The list that opens in a text field: delegations after @, and where a field takes them the kinds of points after #.
 * Arrows choose; Tab or Enter accept, only while the list is open; Escape closes it, and what is typed stays.
 */
import { html } from "../../vendor/lit-html.js";
import { redraw, refresh } from "../core/boot.js";
import { say } from "../core/announce.js";
import { t, tn } from "../core/words.js";
import { KINDS } from "./kinds.js";
import { markAt, MARKS, mentionAt } from "./point-words.js";

const WAIT = 120;

export class Mentions {
  #accepted; #kinds; #found = []; #at = 0; #word = ""; #chosen = 0; #area = null; #asked = 0; #timer; #label = t("Delegations");

  /** `accepted(text, caret, name)` is called with the whole new text when something was chosen, and with its name where that is a delegation; `kinds`: are there kinds after #? */
  constructor(id, accepted, { kinds = false } = {}) {
    this.id = id;
    this.#accepted = accepted;
    this.#kinds = kinds;
  }

  get active() {
    return this.#found.length ? `${this.id}-${this.#chosen}` : null;
  }

  view() {
    return html`<ul class="combo__list" id=${this.id} role="listbox" aria-label=${this.#label} ?hidden=${!this.#found.length}>
      ${this.#found.map(({ name }, i) => html`<li class="combo__option" role="option" id="${this.id}-${i}" aria-selected=${i === this.#chosen} dir="auto"
        @pointerdown=${(event) => { event.preventDefault(); this.#accept(i); }}>${name}</li>`)}</ul>`;
  }

  /** Look for a mention or a mark at the caret of this text area. */
  look(area) {
    clearTimeout(this.#timer);
    this.#area = area;
    const mark = this.#kinds && markAt(area.value, area.selectionStart);
    if (mark) return this.#offer(t("Kinds of points"), mark, kindsFor(mark.word));
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
    else if (event.key === "Enter" && this.#isComplete()) return this.close() ?? false;
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
    this.#offer(t("Delegations"), { at, word }, Array.isArray(found) ? found.slice(0, 8) : []);
  }

  #offer(label, { at, word }, found) {
    this.#asked += 1;
    this.#at = at;
    this.#word = word;
    this.#chosen = 0;
    this.#label = label;
    const before = this.#found.length;
    this.#found = found;
    if (found.length && found.length !== before) say(tn("{n} to choose from", "{n} to choose from", found.length));
    if (found.length || before) refresh();
  }

  // What stands there in full already is not chosen once more: Enter is for the point then.
  #isComplete() {
    const { name, insert } = this.#found[this.#chosen];
    return plain(this.#word) === plain(insert ? insert.slice(1) : name);
  }

  #choose(at) {
    this.#chosen = at;
    redraw();
    document.getElementById(this.active)?.scrollIntoView({ block: "nearest" });
  }

  #accept(at) {
    const { value, selectionStart: caret } = this.#area;
    const { name, insert = name, code } = this.#found[at];
    const text = `${value.slice(0, this.#at)}${insert} ${value.slice(caret)}`;
    const place = this.#at + insert.length + 1;
    this.close();
    this.#accepted(text, place, code ? name : "");
  }
}

// By its words in this language or by its marks; the mark that was begun is the one that is written.
function kindsFor(word) {
  const begun = plain(word);
  const begins = (one) => plain(one).startsWith(begun);
  return KINDS.filter(({ value, words }) => begins(words) || MARKS[value].some(begins))
    .map(({ value, words }) => ({ name: words, insert: `#${MARKS[value].find(begins) ?? MARKS[value][0]}` }));
}

function plain(words) {
  return words.trim().toLowerCase().replace(/[\s_-]+/g, "");
}
