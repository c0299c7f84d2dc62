/**
 * The fields of one thing, each saved by itself a moment after the last key. Only what changed is sent, with the version it started from: who
 * writes in another field of the same thing disturbs nobody, and two in the same field are both kept until somebody chooses.
 */
import { ask, line, outbox, refresh } from "../../core/boot.js";
import { draft, keepDraft } from "../../core/drafts.js";
import { t } from "../../core/words.js";

const REST = 900;
const sheets = new Map();

/** The sheet of that command and thing: always the same one. `thing()` gives the thing as it stands now, or undefined. */
export function sheet(name, target, thing) {
  const slot = `${name}:${Object.values(target).join(":")}`;
  if (!sheets.has(slot)) sheets.set(slot, new Sheet(slot, name, target, thing));
  return sheets.get(slot);
}

class Sheet {
  #name; #target; #thing; #local = {}; #was = {}; #base; #timer; #renewing = false;

  constructor(slot, name, target, thing) {
    this.slot = slot;
    this.#name = name;
    this.#target = target;
    this.#thing = thing;
    outbox.watch((news) => {
      if (news?.record?.slot === slot && news.answer.ok) this.#settled(news.record.data, news.answer.result.version);
      if (news?.discarded?.slot === slot && !this.#renewing) this.#settled(news.discarded.data, news.discarded.theirs?.version);
    });
    addEventListener("pagehide", () => this.flush());
  }

  /** The name of a field's element in the page. */
  id(field) {
    return `${this.slot}-${field}`.replace(/\W/g, "-");
  }

  /** The field as this person sees it. */
  value(field) {
    return this.#recalled(field) ?? this.#asked(field) ?? this.#thing()?.[field] ?? "";
  }

  /** Something was typed: save it soon. */
  typed(field, value) {
    this.#begin(field);
    this.#local[field] = value;
    if (typeof value === "string") keepDraft(`${this.slot}:${field}`, value);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), REST);
    refresh();
  }

  /** Something was chosen: save it now. */
  chosen(field, value) {
    if (JSON.stringify(this.value(field)) === JSON.stringify(value) && !(field in this.#local)) return;
    this.typed(field, value);
    this.flush();
  }

  /** Save now what is not saved yet. */
  flush() {
    clearTimeout(this.#timer);
    const changed = Object.keys(this.#local).filter((field) => JSON.stringify(this.#local[field]) !== JSON.stringify(this.#was[field]) && !this.complaint(field));
    const stuck = outbox.refused.filter(({ slot }) => slot === this.slot);
    if (!changed.length || stuck.some(({ code }) => code === "conflict")) return;
    // What was refused beside a field that is mended now is sent again with it.
    const again = Object.assign({}, ...stuck.map(({ data }) => this.#fieldsOf(data)));
    const fields = { ...again, ...Object.fromEntries(changed.map((field) => [field, this.#local[field]])) };
    const was = Object.fromEntries(Object.keys(fields).map((field) => [field, stuck.find((record) => record.was?.[field] !== undefined)?.was[field] ?? this.#was[field] ?? this.#thing()?.[field]]));
    for (const field of changed) this.#was[field] = this.#local[field];
    this.#renewing = true;
    for (const { id } of stuck) outbox.discard(id);
    this.#renewing = false;
    ask(this.#name, { ...this.#target, ...fields, base: this.#base ?? this.#thing()?.version ?? 0 }, { slot: this.slot, was, keep: true });
    for (const field of changed) keepDraft(`${this.slot}:${field}`, "");
    refresh();
  }

  /** Why the field is not saved, or nothing: what the server said of it, or what can be seen without asking. */
  why(field) {
    const refused = this.stuck(field);
    return this.complaint(field) ?? refused?.fields?.[field] ?? (refused && refused.code !== "conflict" ? refused.why : undefined);
  }

  complaint(field) {
    return typeof this.#local[field] === "object" && this.#local[field]?.complaint || undefined;
  }

  /** The refused ask that holds this field. */
  stuck(field) {
    return outbox.refused.find((record) => record.slot === this.slot && field in record.data && (record.code === "conflict"
      ? JSON.stringify(record.theirs?.[field]) !== JSON.stringify(record.data[field])
      : !Object.keys(record.fields ?? {}).length || field in record.fields));
  }

  /** "Saving", "Not saved", or nothing: what stands saved needs no word at every field. */
  state(field) {
    if (this.why(field)) return "";
    const mine = this.#local[field] !== undefined && JSON.stringify(this.#local[field]) !== JSON.stringify(this.#was[field]);
    if (mine || this.#record(field)?.state === "waiting") return line.status === "live" ? t("Saving") : t("Kept on this device until the line is back");
    return this.#record(field)?.state === "saved" ? t("Saved") : "";
  }

  // What is on the server now, or was given up, is no longer this page's own.
  #settled(data, version) {
    this.#base = version === undefined ? this.#base : Math.max(version, this.#base ?? 0);
    for (const field of Object.keys(this.#fieldsOf(data))) {
      if (JSON.stringify(this.#local[field]) !== JSON.stringify(data[field])) continue;
      delete this.#local[field];
      delete this.#was[field];
    }
  }

  #begin(field) {
    // The telling of our own last version may still be on its way.
    if (!Object.keys(this.#local).length) this.#base = Math.max(this.#thing()?.version ?? 0, this.#base ?? 0);
    this.#was[field] ??= this.value(field);
  }

  #recalled(field) {
    if (this.#local[field] === undefined && this.#thing()) {
      const kept = draft(`${this.slot}:${field}`);
      if (kept && kept !== this.#thing()[field]) {
        this.#was[field] = this.#thing()[field];
        this.#base = this.#thing().version;
        this.#local[field] = kept;
        this.#timer = setTimeout(() => this.flush(), REST);
      }
    }
    const local = this.#local[field];
    return local?.complaint ? local.typed : local;
  }

  // Saved, it stands in the thing as the server writes it, as soon as that is told.
  #asked(field) {
    const record = this.#record(field);
    return record?.state === "saved" && record.result.version <= (this.#thing()?.version ?? 0) ? undefined : record?.data[field];
  }

  #record(field) {
    return outbox.list.findLast((record) => record.slot === this.slot && field in record.data);
  }

  #fieldsOf(data) {
    return Object.fromEntries(Object.entries(data).filter(([field]) => field !== "base" && !(field in this.#target)));
  }
}
