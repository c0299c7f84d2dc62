/**
 * The points of a room, to read and to work on. One row is the current one (one stop for Tab; ↑ ↓ go from row to row), and everything
 * that keys do can be done with the row's buttons as well.
 */
import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { ask, boot, line, outbox, redraw, refresh, store } from "../core/boot.js";
import { say } from "../core/announce.js";
import { draft } from "../core/drafts.js";
import { parts, t, timeOfDay, tn } from "../core/words.js";
import { openDialog } from "./dialog.js";
import { baseOf, expected } from "./expected.js";
import { icon } from "./icon.js";
import { kindWords } from "./kinds.js";
import { openMerge, openMoveTo } from "./point-dialogs.js";
import { editDraft, PointEditor } from "./point-editor.js";
import { refused } from "./refused.js";
import { notice } from "./shell.js";
import { undone } from "./undone.js";

export class PointList {
  #room; #back; #chosenFor; #keys = new Map(); #met = new Set(); #current; #at = 0; #editor; #chosen = new Set();

  /** `back()` is where the focus goes after editing begun from the composer; `chosenFor` says what a point is chosen for. */
  constructor({ room, back = () => {}, chosenFor = t("For report-back") }) {
    this.#chosenFor = chosenFor;
    this.#room = room;
    this.#back = back;
    store.watch(({ changes = [] }) => changes.forEach(({ put }) => put?.type === "takeaway" && this.#met.add(put.id)));
  }

  /** The rows as they will be when everything is answered. */
  rows() {
    return expected({ room: this.#room, takeaways: store.all("takeaway", (thing) => thing.room === this.#room), records: outbox.list, keys: this.#keys, met: this.#met });
  }

  /** `edit`: may this person change points; `approve`: choose them for the report-back; `empty`: what stands where no point is. */
  view({ edit = true, approve = true, empty = t("No points yet.") } = {}) {
    const rows = this.rows();
    this.#stayNear(rows);
    const may = { edit, approve };
    return html`
      ${this.#chosen.size ? this.#choiceBar(rows) : nothing}
      ${rows.length ? nothing : html`<p class="empty">${empty}</p>`}
      <ol class="points" @keydown=${(event) => this.#key(event, rows, may)} ?hidden=${!rows.length}>
        ${repeat(rows, (row) => row.key, (row, i) => this.#row(row, i, rows, may))}
      </ol>`;
  }

  /** Edit the last point this person wrote (or the last of all); false when there is none. */
  editLast() {
    const rows = this.rows().filter((row) => row.state !== "refused");
    const mine = (row) => row.fresh || this.#hand(row)?.captured_by === boot.me?.name;
    const row = rows.findLast(mine) ?? rows.at(-1);
    if (!row) return false;
    this.#edit(row, { back: this.#back });
    return true;
  }

  // When the current row has gone, its neighbour is current, and has the focus if the row had it.
  #stayNear(rows) {
    const at = rows.findIndex((row) => row.key === this.#current);
    if (at >= 0) { this.#at = at; return; }
    const held = document.activeElement?.closest("li.point")?.dataset.key;
    const hadFocus = held !== undefined && held === this.#current;
    this.#current = rows[Math.min(this.#at, rows.length - 1)]?.key;
    if (hadFocus && rows.length) this.#go(this.#current);
  }

  #row(row, i, rows, may) {
    const { thing } = row;
    const here = row.key === this.#current;
    const classes = ["point", thing.state === "approved" ? "" : "point--draft", row.state === "sending" ? "point--waiting" : "",
      row.state === "refused" ? "point--refused" : "", this.#chosen.has(row.key) ? "point--selected" : ""].filter(Boolean).join(" ");
    const editing = this.#editor?.key === row.key;
    return html`
      <li class=${classes} data-kind=${thing.kind} data-key=${row.key} tabindex=${here ? "0" : "-1"}
        aria-label=${t("{i} of {n}: {text}", { i: i + 1, n: rows.length, text: thing.text })} @focusin=${() => this.#arrive(row.key)}>
        ${editing ? this.#editor.view() : html`
          <p class="point__kind">${kindWords(thing.kind)}</p>
          <p class="point__text" dir="auto">${row.trouble?.name === "takeaway.edit" ? row.thing.text : thing.text}</p>
          ${thing.tags?.length ? html`<ul class="tags">${thing.tags.map((tag) => html`<li class="tag"><bdi>#${tag}</bdi></li>`)}</ul>` : nothing}
          <div class="point__foot">${this.#meta(row)}${(may.edit || may.approve) && !row.trouble ? this.#acts(row, i, rows, may) : nothing}</div>
          ${row.trouble ? refused(row.trouble, { edit: () => this.#editTrouble(row) }) : nothing}`}
      </li>`;
  }

  #meta(row) {
    const { thing } = row;
    const hand = this.#hand(row);
    const byOther = hand?.captured_by && hand.captured_by !== boot.me?.name;
    const edited = thing.edited && hand?.edited_by;
    return html`<p class="point__meta">
      <span class="point__state">${row.state === "sending" ? (line.open ? t("Sending") : t("Waiting for the line")) : row.state === "refused" ? t("Not accepted") : t("Saved")}</span>
      ${byOther ? html`<span>${parts(t("by {who}"), { who: html`<bdi>${hand.captured_by}</bdi>` })}</span>` : nothing}
      ${edited ? html`<span>${parts(t("edited by {who}"), { who: hand.edited_by === boot.me?.name ? t("me") : html`<bdi>${hand.edited_by}</bdi>` })}
        ${hand.edited_at ? timeOfDay(hand.edited_at) : ""}</span>` : nothing}
      ${draft(editDraft(row)) ? html`<button type="button" class="button button--quiet" @click=${() => this.#edit(row)}>${t("Go on with your unsaved changes")}</button>` : nothing}
      ${thing.after_close ? html`<span class="badge badge--care">${t("after close")}</span>` : nothing}
      ${thing.sources?.length ? html`<button type="button" class="button button--quiet" @click=${() => this.#showSources(row)}>${tn("From {n} point", "From {n} points", thing.sources.length)}</button>` : nothing}
    </p>`;
  }

  #acts(row, i, rows, may) {
    const approved = row.thing.state === "approved";
    const tab = row.key === this.#current ? "0" : "-1";
    return html`<div class="point__acts">
      ${may.approve ? html`<button type="button" class="button button--quiet" tabindex=${tab} aria-pressed=${approved}
        @click=${() => this.#approve(row)}>${icon(approved ? "check" : "pin")}${this.#chosenFor}</button>` : nothing}
      ${may.edit ? this.#changes(row, i, rows, tab) : nothing}
    </div>`;
  }

  #changes(row, i, rows, tab) {
    const item = (name, words, run, off = false) => html`<li><button type="button" class="menu__item" ?disabled=${off} @click=${run}>${icon(name)}${words}</button></li>`;
    return html`<button type="button" class="button button--quiet" tabindex=${tab} @click=${() => this.#edit(row)}>${icon("pencil")}${t("Edit")}</button>
      <details class="menu">
        <summary class="button button--quiet button--icon" tabindex=${tab} aria-label=${t("More for this point")}>${icon("ellipsis")}</summary>
        <ul class="menu__list">
          ${item("arrow-up", t("Move up"), () => this.#move(row, i - 1), i === 0)}
          ${item("arrow-down", t("Move down"), () => this.#move(row, i + 1), i === rows.length - 1)}
          ${item("list", t("Move to…"), () => openMoveTo(rows, i, (to) => this.#move(row, to)), rows.length < 2)}
          ${item("merge", this.#chosen.has(row.key) ? t("Leave out of merging") : t("Choose for merging"), () => this.#choose(row))}
          ${row.thing.sources?.length ? item("split", t("Split again"), () => this.#act("takeaway.split", row, t("Split: its points are back"))) : nothing}
          ${item("x", t("Remove"), () => this.#remove(row, i))}
        </ul>
      </details>`;
  }

  #choiceBar(rows) {
    const chosen = rows.filter((row) => this.#chosen.has(row.key));
    return html`<div class="banner points__choice" role="group" aria-label=${t("Merging")}>
      <p class="banner__words">${tn("{n} point chosen", "{n} points chosen", chosen.length)}</p>
      <p class="banner__acts">
        <button type="button" class="button button--primary" ?disabled=${chosen.length < 2} @click=${() => this.#merge(chosen)}>${t("Merge…")}</button>
        <button type="button" class="button" @click=${() => { this.#chosen.clear(); refresh(); }}>${t("Choose none")}</button>
      </p></div>`;
  }

  #key(event, rows, may) {
    const at = rows.findIndex((row) => row.key === this.#current);
    const onRow = event.target.matches?.("li.point");
    if (event.isComposing || at < 0) return;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step && event.altKey && may.edit && !event.target.matches("textarea, input, select")) this.#move(rows[at], at + step);
    else if (!onRow || event.altKey || event.ctrlKey || event.metaKey) return;
    else if (step) this.#go(rows[Math.min(Math.max(at + step, 0), rows.length - 1)].key);
    else if (event.key === "Home" || event.key === "End") this.#go(rows.at(event.key === "Home" ? 0 : -1).key);
    else if (!may.edit) return;
    else if (event.key === "Enter" || event.key === "F2") this.#edit(rows[at]);
    else if (event.key === "Delete") this.#remove(rows[at], at);
    else if (event.key === " ") this.#choose(rows[at]);
    else return;
    event.preventDefault();
  }

  #arrive(key) {
    if (this.#current === key) return;
    this.#current = key;
    refresh();
  }

  #go(key) {
    this.#current = key;
    redraw();
    rowElement(key)?.focus();
  }

  #edit(row, { back, text, theirs } = {}) {
    const end = () => {
      this.#editor = undefined;
      if (!back) return this.#go(row.key);
      redraw();
      back();
    };
    this.#editor = new PointEditor({
      key: row.key, thing: row.thing, text, theirs, left: end,
      saved: (changes, was) => {
        if (Object.keys(changes).length) this.#save(row, changes, was);
        end();
      },
    });
    this.#current = row.key;
    redraw();
    this.#editor.focus();
  }

  #save(row, changes, was) {
    const { answered } = ask("takeaway.edit", { takeaway: row.id, base: baseOf(row), ...changes }, { slot: `takeaway:${row.key}`, was, keep: true });
    answered.then((answer) => (answer.ok ? answer.notices?.length && notice(answer.notices.join(" ")) : this.reveal(row.key)));
    say(t("Changed"));
  }

  #editTrouble(row) {
    const { trouble } = row;
    const theirs = trouble.theirs;
    const thing = { text: "", kind: "takeaway", tags: [], ...row.thing, ...theirs };
    this.#editor = new PointEditor({
      key: row.key, thing, text: trouble.data.text ?? thing.text, theirs: theirs?.text,
      left: () => { this.#editor = undefined; this.#go(row.key); },
      saved: (changes) => {
        this.#editor = undefined;
        outbox.again(trouble.id, { ...changes, ...(theirs ? { base: theirs.version } : {}) });
      },
    });
    redraw();
    this.#editor.focus();
  }

  #move(row, to) {
    const rows = this.rows();
    const from = rows.findIndex(({ key }) => key === row.key);
    if (from < 0 || to < 0 || to >= rows.length || to === from) return;
    const others = rows.filter(({ key }) => key !== row.key);
    this.#ask("takeaway.move", { takeaway: row.id, after: to ? others[to - 1].id : null }, { slot: `move:${row.key}` });
    this.#go(row.key);
    say(t("Moved to {i} of {n}", { i: to + 1, n: rows.length }));
  }

  #approve(row) {
    if (row.thing.state === "approved") return this.#act("takeaway.reopen", row, t("No longer chosen"));
    return this.#act("takeaway.approve", row, t("Chosen"));
  }

  #remove(row, i) {
    const waiting = outbox.waiting.find((record) => record.id === row.id?.answer_of && !record.sent);
    const next = this.rows().filter(({ key }) => key !== row.key);
    if (waiting) outbox.discard(waiting.id);
    const act = waiting ? null : this.#ask("takeaway.remove", { takeaway: row.id });
    notice(t("Point removed"), act ? { words: t("Undo"), run: () => this.undo(act) } : undefined);
    if (next.length) this.#go(next[Math.min(i, next.length - 1)].key);
    else this.#back();
  }

  #choose(row) {
    if (!this.#chosen.delete(row.key)) this.#chosen.add(row.key);
    say(tn("{n} point chosen", "{n} points chosen", this.#chosen.size));
    refresh();
  }

  #merge(chosen) {
    openMerge(chosen, ({ text, kind, tags }) => {
      const act = this.#ask("takeaway.merge", { room: this.#room, takeaways: chosen.map(({ id }) => id), text, kind, tags });
      this.#chosen.clear();
      notice(tn("{n} point merged", "{n} points merged", chosen.length), { words: t("Undo"), run: () => this.undo(act) });
      // The button that opened the dialog goes with the choice.
      setTimeout(() => this.#go(act));
    });
  }

  #showSources(row) {
    const sources = row.thing.sources.map((id) => store.get("takeaway", id) ?? store.get("source", id)).filter(Boolean);
    openDialog({
      title: t("The points this one was made of"),
      body: () => (sources.length
        ? html`<ol class="points">${sources.map((thing) => html`<li class="point" data-kind=${thing.kind}><p class="point__kind">${kindWords(thing.kind)}</p><p class="point__text" dir="auto">${thing.text}</p></li>`)}</ol>`
        : html`<p>${t("They are kept. “Split again” brings them back into the list.")}</p>`),
      acts: [{ words: t("Split again"), run: () => { this.#act("takeaway.split", row, t("Split: its points are back")); setTimeout(() => this.#go(row.key)); } }],
    });
  }

  /** Bring a point into view. */
  reveal(key) {
    redraw();
    rowElement(key)?.scrollIntoView({ block: "nearest" });
  }

  /** Undo what this person asked under the id `act`, or their last act in the room, as a new act; a notice says what it was. */
  async undo(act) {
    const asked = outbox.waiting.filter(({ id, name }) => (act ? id === act : name.startsWith("takeaway."))).at(-1);
    if (asked && !asked.sent) {
      outbox.discard(asked.id);
      return notice(undone(asked.name));
    }
    const answer = await ask("takeaway.undo", { room: this.#room, ...(act ? { act } : {}) }).answered;
    return notice(answer.ok ? undone(answer.result?.undone) : answer.why);
  }

  #act(name, row, words) {
    this.#ask(name, { takeaway: row.id });
    say(words);
  }

  // Gives the id of the ask.
  #ask(name, data, options) {
    const { id, answered } = ask(name, data, options);
    answered.then((answer) => { if (!answer.ok && !outbox.refused.some((record) => record.name === name)) notice(answer.why); });
    return id;
  }

  #hand(row) {
    return store.get("takeaway_hand", row.thing.id ?? row.id);
  }
}

function rowElement(key) {
  return document.querySelector(`li.point[data-key="${key}"]`);
}
