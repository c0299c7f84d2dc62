/**
 * Running text that several people may write, saved by itself a moment after the last key. Somebody else's newer version never overwrites
 * what is being written, nor the other way round: both are shown, and the person chooses.
 */
import { html, live, nothing } from "../../vendor/lit-html.js";
import { ask, line, outbox, refresh } from "../core/boot.js";
import { draft, keepDraft } from "../core/drafts.js";
import { parts, t, timeOfDay } from "../core/words.js";
import { refused } from "./refused.js";

const REST = 1200;

export class SharedText {
  #name; #slot; #target; #fields; #thing; #local = {}; #base; #was = {}; #together = {}; #timer; #renewing = false;

  /**
   * `name`: the command; `target`: the data that names what is written ({part: 3}); `fields`: the thing's fields that are text;
   * `thing()`: the thing as it stands now, or undefined.
   */
  constructor({ name, target, fields, thing }) {
    this.#name = name;
    this.#target = target;
    this.#fields = fields;
    this.#thing = thing;
    this.#slot = `${name}:${Object.values(target).join(":")}`;
    for (const field of fields) this.#recall(field);
    outbox.watch((news) => {
      if (news?.record?.slot === this.#slot && news.answer.ok) this.#saved(news.record.data, news.answer.result.version);
      if (news?.discarded?.slot === this.#slot && !this.#renewing) this.#saved(news.discarded.data, news.discarded.theirs?.version);
    });
    addEventListener("pagehide", () => this.flush());
  }

  /** One field: `{label, hint, rows}`. */
  view(field, { label, hint, rows = 6, className = "input--words" } = {}) {
    const id = `${this.#slot}-${field}`.replace(/\W/g, "-");
    const trouble = outbox.refused.find((record) => record.slot === this.#slot && this.#troubled(record) === field);
    return html`<div class="field">
      <label class="field__label" for=${id}>${label}</label>
      ${this.#together[field] === undefined ? nothing : html`<p class="small quiet">${t("Theirs:")} <bdi>${this.#together[field]}</bdi></p>`}
      <textarea class="input ${className}" id=${id} rows=${rows} dir="auto" aria-describedby="${id}-state" .value=${live(this.text(field))}
        @input=${(event) => this.#typed(field, event.target.value)} @blur=${() => this.flush()}></textarea>
      <p class="field__hint" id="${id}-state">${hint ? html`${hint} · ` : nothing}${this.#state(field)}</p>
      ${trouble ? refused(trouble, { field, edit: trouble.theirs && (() => this.#editTogether(trouble, field)) }) : nothing}
    </div>`;
  }

  /** The text as this person sees it. */
  text(field) {
    return this.#local[field] ?? this.#record()?.data[field] ?? this.#thing()?.[field] ?? "";
  }

  /** Save now what is not saved yet. */
  flush() {
    clearTimeout(this.#timer);
    const changed = Object.keys(this.#local).filter((field) => this.#local[field] !== this.#was[field]);
    const stuck = outbox.refused.filter(({ slot }) => slot === this.#slot);
    if (!changed.length || stuck.some(({ code }) => code === "conflict")) return;
    const texts = Object.fromEntries(this.#fields.map((field) => [field, this.text(field)]));
    const was = Object.fromEntries(changed.map((field) => [field, this.#was[field] ?? this.#thing()?.[field] ?? ""]));
    for (const field of changed) this.#was[field] = this.#local[field];
    // What was refused (too long, say) has been written anew.
    this.#renewing = true;
    for (const { id } of stuck) outbox.discard(id);
    this.#renewing = false;
    ask(this.#name, { ...this.#target, ...texts, base: this.#base ?? 0 }, { slot: this.#slot, was, keep: true });
    for (const field of changed) keepDraft(this.#draft(field), "");
  }

  #typed(field, text) {
    this.#begin(field);
    this.#local[field] = text;
    keepDraft(this.#draft(field), text);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), REST);
    refresh();
  }

  #begin(field) {
    // The telling of our own last version may still be on its way.
    if (Object.keys(this.#local).length === 0) this.#base = Math.max(this.#thing()?.version ?? 0, this.#base ?? 0);
    this.#was[field] ??= this.text(field);
  }

  #recall(field) {
    const kept = draft(this.#draft(field));
    if (!kept || kept === this.text(field)) return;
    this.#begin(field);
    this.#local[field] = kept;
    this.#timer = setTimeout(() => this.flush(), REST);
  }

  // What is on the server now, or was given up, is no longer this page's own.
  #saved(data, version) {
    this.#base = version ?? this.#base;
    for (const field of this.#fields) {
      if (this.#local[field] !== data[field]) continue;
      delete this.#local[field];
      delete this.#was[field];
      delete this.#together[field];
    }
  }

  #editTogether(record, field) {
    outbox.discard(record.id);
    this.#local[field] = record.data[field];
    this.#was[field] = record.theirs[field];
    this.#together[field] = record.theirs[field];
    refresh();
  }

  #record() {
    return outbox.list.findLast((record) => record.slot === this.#slot);
  }

  #troubled(record) {
    const fields = Object.keys(record.was ?? {});
    return fields.find((field) => record.theirs && record.theirs[field] !== record.data[field]) ?? fields[0] ?? this.#fields[0];
  }

  #state(field) {
    const thing = this.#thing();
    const mine = this.#local[field] !== undefined && this.#local[field] !== this.#was[field];
    if (outbox.refused.some(({ slot }) => slot === this.#slot)) return t("Not saved");
    if (mine || this.#record()?.state === "waiting") return line.status === "live" ? t("Saving") : t("Kept on this device until the line is back");
    if (!thing?.edited_at) return t("Saves by itself");
    if (!thing.edited_by) return t("Saved {time}", { time: timeOfDay(thing.edited_at) });
    return parts(t("Saved {time} by {who}"), { time: timeOfDay(thing.edited_at), who: html`<bdi>${thing.edited_by}</bdi>` });
  }

  #draft(field) {
    return `${this.#slot}:${field}`;
  }
}
