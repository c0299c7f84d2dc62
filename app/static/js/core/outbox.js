import { openDisk } from "./disk.js";
import { spill, spilled, unspill } from "./spill.js";
import { uuid } from "./uuid.js";
import { Watched } from "./watched.js";

const SAVED_IS_SHOWN = 4000;
const LOCK_PATIENCE = 15000;
const TEXTS = ["text", "body", "narrative", "lead_in", "question", "message"];

/**
 * What this person asked and the server has not yet answered, kept on disk, sent in the order it was asked.
 *
 * A record: `{id, name, data, at, slot?, was?, state, code?, why?, fields?, theirs?, result?}` with `state`
 * "waiting" (not answered yet), "saved" (answered ok a moment ago, kept in memory until the store shows it), or "refused" (kept until
 * the person sends it again or discards it). `data` may hold `{answer_of: id, take: "id"}`: a value that only an earlier answer brings.
 */
export class Outbox extends Watched {
  /** Has this page asked for anything yet? */
  used = false;
  #owner; #line; #disk; #records = new Map(); #promises = new Map(); #last = 0; #draining = false; #again = false; #others; #drainTimer;

  constructor({ owner, line, disk = openDisk(owner), others = channel(owner) }) {
    super();
    this.#owner = owner;
    this.#line = line;
    this.#others = others;
    if (others) others.onmessage = ({ data }) => this.#heardFromAnotherTab(data);
    this.ready = this.#load(disk);
    line.watch(() => this.#drain());
  }

  /** All records in the order they were asked. */
  get list() {
    return [...this.#records.values()].sort((a, b) => a.at - b.at);
  }

  get waiting() {
    return this.list.filter((record) => record.state === "waiting");
  }

  get refused() {
    return this.list.filter((record) => record.state === "refused");
  }

  /** Where unanswered asks are kept: "disk", "local", or "memory" (lost on reload: the person must be told). */
  get kind() {
    return this.#disk?.kind ?? "disk";
  }

  /**
   * Ask for something. `slot`: a later ask in the same slot is joined with this one as long as it was not sent (autosaved text).
   * `keep`: hold it for the person when it is refused (by default when it carries text). `was`: what the person started from; a conflict
   * with a newer version that still says the same is settled by asking again.
   * Gives `{id, answered}`; `answered` resolves with the server's answer, ok or not, and never rejects.
   */
  ask(name, data, { slot, was, keep = TEXTS.some((field) => data[field]) } = {}) {
    this.#last = Math.max(this.#last + 0.001, Date.now());
    const record = { id: uuid(), name, data, at: this.#last, state: "waiting", slot, was, keep };
    if (slot) this.#joinSlot(record);
    this.used = true;
    const answered = new Promise((resolve) => this.#promises.set(record.id, resolve));
    this.#records.set(record.id, record);
    spill(this.#owner, record);
    this.tell();
    this.ready.then(() => this.#keep(record)).then(() => { unspill(this.#owner, record.id); this.#drain(); });
    return { id: record.id, answered };
  }

  /** Send a refused ask again, with `changes` to its data, as a new ask in its old place. */
  again(id, changes = {}) {
    const { name, data, at, slot, was, keep } = this.#records.get(id);
    // An id stands for one ask: the server would give its first answer again.
    const record = { id: uuid(), name, data: { ...data, ...changes }, at, state: "waiting", slot, was, keep };
    for (const later of this.waiting) later.data = mapped(later.data, (value) => (value.answer_of === id ? { ...value, answer_of: record.id } : value));
    this.#promises.set(record.id, this.#promises.get(id));
    this.#forget(id);
    this.#records.set(record.id, record);
    this.tell();
    return this.#keep(record).then(() => this.#drain());
  }

  /** Drop a record: the person does not want it any more. */
  discard(id) {
    const discarded = this.#records.get(id);
    this.#forget(id);
    this.tell({ discarded });
  }

  #joinSlot(record) {
    const before = this.list.findLast(({ slot, name, state }) => slot === record.slot && name === record.name && state !== "refused");
    if (!before) return;
    if (before.sent) {
      if (record.data.base === undefined) return;
      const base = before.state === "saved" ? Math.max(record.data.base, before.result.version) : { answer_of: before.id, take: "version" };
      record.data = { ...record.data, base };
      return;
    }
    record.data = { ...before.data, ...record.data, ...(before.data.base === undefined ? {} : { base: before.data.base }) };
    record.was = record.was && { ...record.was, ...before.was };
    this.#forget(before.id);
    this.#promises.delete(before.id);
  }

  async #load(disk) {
    this.#disk = await disk;
    const left = spilled(this.#owner).filter(({ id }) => !this.#records.has(id));
    for (const record of left) await this.#keep(record).then(() => unspill(this.#owner, record.id));
    const waited = (await this.#disk.all()).filter(({ id }) => !this.#records.has(id));
    // A clock may have been set back since: what is asked on this page comes after what has waited all the same.
    const latest = Math.max(0, ...waited.map(({ at }) => at));
    for (const record of this.list) if (!record.kept && record.at <= latest) record.at = this.#last = Math.max(this.#last, latest) + 0.001;
    this.#last = Math.max(this.#last, latest);
    for (const record of waited) this.#records.set(record.id, { ...record, kept: true });
    // Who comes back with points that waited wants to read "All saved" once they are.
    this.used ||= this.#records.size > 0;
    this.tell();
    this.#drain();
  }

  async #keep(record) {
    if (!this.#disk) return;
    try {
      await this.#disk.put(record);
      record.kept = true;
      this.#others?.postMessage({ asked: record });
    } catch {
      this.#disk = { ...this.#disk, kind: "memory" };
      this.tell();
    }
  }

  #forget(id) {
    this.#records.delete(id);
    unspill(this.#owner, id);
    this.#disk?.remove(id).catch(() => {});
    this.#others?.postMessage({ gone: id });
  }

  // One sender at a time among the tabs of one person keeps the order; without locks the ids make a second sending harmless.
  async #drain() {
    if (this.#draining) { this.#again = true; return; }
    if (!this.#line.open || !this.waiting.length) return;
    this.#draining = true;
    this.#again = false;
    clearTimeout(this.#drainTimer);
    try {
      await inTurn(`rapport-outbox-${this.#owner}`, () => this.#sendAll());
    } catch (error) {
      this.#drainTimer = setTimeout(() => this.#drain(), (error.retryAfter ?? 2) * 1000);
    } finally {
      this.#draining = false;
    }
    if (this.#again) this.#drain();
  }

  async #sendAll() {
    for (let record; this.#line.open && (record = this.waiting[0]);) {
      // Another tab may have had its answer while this one waited for its turn.
      const gone = record.kept && this.#disk.kind !== "memory" && !(await this.#disk.all()).some(({ id }) => id === record.id);
      if (gone) this.#records.delete(record.id);
      // While that was looked up, a later ask may have been joined with this one: then only the later one is sent.
      else if (this.#records.get(record.id) === record) await this.#send(record);
    }
  }

  async #send(record) {
    const orphan = this.#unanswerable(record.data);
    record.sent = true;
    try {
      const answer = orphan
        ? { ok: false, code: "not_found", why: "The point this belongs to was not accepted.", fields: {} }
        : await this.#line.ask(record);
      if (answer.code === "signed_out") this.#line.renew();
      if (answer.code === "busy" || answer.code === "signed_out") throw Object.assign(new Error(answer.why), { retryAfter: answer.retry_after });
      this.#settle(record, answer);
    } catch (error) {
      // It may have arrived all the same, so nothing may be joined to it any more, not even after a reload.
      this.#disk.put(record).catch(() => {});
      throw error;
    }
  }

  #settle(record, answer) {
    const { theirs } = answer;
    // Only something else of the same thing was changed meanwhile: ask again on top of that.
    if (answer.code === "conflict" && record.was && same(record, theirs) && theirs.version !== record.data.base) {
      const rest = Object.keys(record.data).filter((field) => field in theirs && !(field in record.was));
      this.again(record.id, { ...Object.fromEntries(rest.map((field) => [field, theirs[field]])), base: theirs.version });
      return;
    }
    this.#take(record, answer);
    this.#others?.postMessage({ answered: record.id, answer });
    if (!answer.ok && record.keep) this.#keep(record);
    else this.#disk.remove(record.id).catch(() => {});
  }

  #take(record, answer) {
    if (answer.ok) {
      Object.assign(record, { state: "saved", result: answer.result });
      this.#handOn(record);
      setTimeout(() => { this.#records.delete(record.id); this.tell(); }, SAVED_IS_SHOWN);
    } else if (record.keep) {
      const { code, why, fields, theirs } = answer;
      Object.assign(record, { state: "refused", code, why, fields, theirs });
    } else {
      this.#records.delete(record.id);
    }
    this.tell({ record, answer });
    this.#promises.get(record.id)?.(answer);
    this.#promises.delete(record.id);
  }

  // Later asks may speak of what this one made: "edit the point I have just captured".
  #handOn({ id, result }) {
    for (const record of this.waiting) {
      const data = mapped(record.data, (value) => (value.answer_of === id ? result[value.take] : value));
      if (JSON.stringify(data) === JSON.stringify(record.data)) continue;
      record.data = data;
      this.#disk.put(record).catch(() => {});
    }
  }

  #unanswerable(data) {
    return Object.values(data).flat().some((value) => value?.answer_of);
  }

  #heardFromAnotherTab({ asked, gone, answered, answer }) {
    if (asked && !this.#records.has(asked.id)) {
      this.#records.set(asked.id, { ...asked, kept: true });
      this.#last = Math.max(this.#last, asked.at);
      // The other tab sends it; if it is closed meanwhile, this one does.
      this.#drainTimer = setTimeout(() => this.#drain(), 5000);
    }
    if (gone) this.#records.delete(gone);
    const record = this.#records.get(answered);
    if (record?.state === "waiting") this.#take(record, answer);
    else this.tell();
  }
}

function mapped(data, change) {
  const one = (value) => (Array.isArray(value) ? value.map(one) : value?.answer_of ? change(value) : value);
  return Object.fromEntries(Object.entries(data).map(([field, value]) => [field, one(value)]));
}

// In every field this person wrote in, there stands what they started from, or what they wrote.
function same({ was, data }, theirs) {
  const stands = (field, value) => JSON.stringify(value) === JSON.stringify(theirs?.[field]);
  return Object.entries(was).every(([field, value]) => stands(field, value) || stands(field, data[field]));
}

async function inTurn(name, act) {
  if (!navigator.locks) return act();
  // A frozen tab may hold the lock for ever; after a while we go ahead, since a second sending changes nothing.
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), LOCK_PATIENCE);
  try {
    return await navigator.locks.request(name, { signal: patience.signal }, () => { clearTimeout(timer); return act(); });
  } catch (error) {
    if (error.name !== "AbortError") throw error;
    return act();
  }
}

function channel(owner) {
  return globalThis.BroadcastChannel ? new BroadcastChannel(`rapport-outbox-${owner}`) : null;
}
