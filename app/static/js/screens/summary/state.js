/** The summary as it is compiled at this moment, the section that is being worked on, and what the person typed there. */
import { ask, boot, refresh, store } from "../../core/boot.js";
import { draft, keepDraft } from "../../core/drafts.js";
import { notice } from "../../elements/shell.js";

const COMPILED_FROM = /^(section|summary|point|takeaway|room|part|narrat|note|session|meeting|person|attendance|tally)/;
const SETTLES = 900;
const WAITS_AT_MOST = 5000;

export const view = { summary: boot.summary ?? null, key: decodeURIComponent(location.hash.slice(1)), pane: "text", trouble: "", busy: new Set() };

/** Keep the compiled text up to date: read it now, and again a moment after something it is made of has changed. */
export function keepCompiled() {
  let timer, since;
  store.watch(({ event, whole }) => {
    if (!whole && !COMPILED_FROM.test(event ?? "")) return;
    // A busy meeting is never silent: the text waits for a pause, and at the longest this long.
    since ??= Date.now();
    clearTimeout(timer);
    timer = setTimeout(() => { since = undefined; compile(); }, Math.max(0, Math.min(SETTLES, since + WAITS_AT_MOST - Date.now())));
  });
  addEventListener("hashchange", () => choose(decodeURIComponent(location.hash.slice(1))));
  compile();
}

export async function compile() {
  try {
    const answer = await fetch(`/m/${boot.meeting_id}/summary.json`, { headers: { Accept: "application/json" } });
    const said = await answer.json();
    if (!answer.ok) throw new Error(said.why);
    Object.assign(view, { summary: said, trouble: "" });
  } catch (error) {
    view.trouble = error.message;
  }
  refresh();
}

export function choose(key) {
  view.key = key;
  view.pane = "text";
  refresh();
  requestAnimationFrame(toItsHead);
}

// Where a long section was scrolled, a short one would open above the screen.
function toItsHead() {
  const head = document.querySelector(".editor__head");
  if (head?.getBoundingClientRect().top < 0) head.scrollIntoView({ block: "start" });
}

/** The sections, each with what the store says of a person's words: `version`, `edited_by`, `edited_at`. */
export function outline() {
  return (view.summary?.outline ?? []).map((one) => ({ version: 0, ...pick(store.get("section", one.key)), ...one }));
}

export function section() {
  const all = outline();
  return all.find((one) => one.key === view.key) ?? all[0];
}

const field = (key) => `section:${key}`;

// What is typed is kept with the version it started from, so that nobody's words are overwritten unseen.
function typed(one) {
  const kept = draft(field(one.key));
  return kept ? JSON.parse(kept) : null;
}

/** The words in the field: what was typed and not saved yet, or else the section's. */
export const words = (one) => typed(one)?.body ?? one.body;
export const changed = (one) => words(one) !== one.body;

/** The words that somebody else saved since this person began to type; undefined when nobody did. */
export function theirs(one) {
  if (view.conflict?.key === one.key) return view.conflict.theirs;
  const mine = typed(one);
  return mine && changed(one) && mine.base !== one.version && !view.busy.has(one.key) ? one : undefined;
}

export function type(one, body) {
  const base = typed(one)?.base ?? one.version;
  keepDraft(field(one.key), body === one.body && base === one.version ? "" : JSON.stringify({ body, base }));
  refresh();
}

/** Keep these words; a conflict stays on `view.conflict` until the person has chosen. */
export async function write(one, body, base = typed(one)?.base ?? one.version) {
  busy(one.key, true);
  const answer = await ask("section.write", { meeting: boot.meeting_id, key: one.key, body, base }, { keep: false }).answered;
  busy(one.key, false);
  if (answer.ok) {
    view.conflict = null;
    keepDraft(field(one.key), "");
    await compile();
    return true;
  }
  if (answer.code === "conflict") view.conflict = { key: one.key, theirs: answer.theirs };
  else notice(answer.why);
  refresh();
  return false;
}

export async function restore(one) {
  const answer = await act("section.restore", { meeting: boot.meeting_id, key: one.key });
  if (!answer) return false;
  keepDraft(field(one.key), "");
  await compile();
  return true;
}

export function forgetTyped(one) {
  keepDraft(field(one.key), "");
  view.conflict = null;
  compile();
}

/** Ask, say a refusal, and give the result; null when it was refused. */
export async function act(name, data) {
  const answer = await ask(name, data, { keep: false }).answered;
  if (answer.ok) return answer.result ?? {};
  notice(answer.why);
  return null;
}

function busy(key, on) {
  if (on) view.busy.add(key);
  else view.busy.delete(key);
  refresh();
}

function pick(held) {
  return held ? { version: held.version, edited_by: held.edited_by, edited_at: held.edited_at } : {};
}
