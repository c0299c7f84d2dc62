/** The import at work: the file, how it was read, its rows with what was decided and mended, and what each would become. */
import { boot, redraw, refresh } from "../../../core/boot.js";
import { say } from "../../../core/announce.js";
import { draft, keepDraft } from "../../../core/drafts.js";
import { number, t, tn } from "../../../core/words.js";
import { post } from "./server.js";

export const PAGE = 40;
export const LARGEST = 4_000_000;
export const MOST_ROWS = 10_000;

/** `rows`: `[{row, name, …, decision, lost?}]`; a `lost` row holds nobody until it is mended. `outcomes` by row. */
export const work = {};

const UNFINISHED = "import";

forget();

/** Keep the rows as they were mended and decided, so that a reload loses none of that; nothing of it is written in the meeting yet. */
function keep() {
  keepDraft(UNFINISHED, JSON.stringify({ name: work.name, digest: work.read.digest, rows: work.rows }));
}

/** The import is done with, carried out or given up. */
export const putAway = () => keepDraft(UNFINISHED, "");

/** What an earlier visit left unfinished: `{name, digest, rows}`, or null. */
export const unfinished = () => JSON.parse(draft(UNFINISHED) || "null");

/** Go on with it. Its file is not here any more, its rows are. */
export function goOn({ name, digest, rows }) {
  Object.assign(work, { name, rows, read: { digest }, file: null });
  return look();
}

export function forget() {
  Object.assign(work, { step: "file", busy: "", trouble: "", file: null, name: "", read: null, rows: [], outcomes: new Map(), people: {}, newest: 0, only: "", page: 0, open: null, asking: null, earlier: null, result: null });
}

/** Read a file, or pasted cells; `how` holds what was chosen otherwise than it was found out. */
export async function read(file, name, how = {}) {
  Object.assign(work, { file, name, trouble: "" });
  if (file.size > LARGEST) return troubled(await tooLarge(file));
  const asked = new URLSearchParams(Object.entries(how).filter(([, value]) => value !== "")).toString();
  const answer = await exchange(`read?${asked}`, file, "application/octet-stream", t("Reading {name}", { name }));
  if (!answer) return;
  const lost = answer.problems.map((row) => ({ ...row, lost: true, decision: "" }));
  Object.assign(work, { read: answer, rows: [...answer.rows.map((row) => ({ ...row, decision: "" })), ...lost].sort((a, b) => a.row - b.row), step: "columns", outcomes: new Map() });
  redraw();
  // What held the focus is gone with the step before.
  document.getElementById("import-title").focus();
}

/** Ask what every row would become, as the rows stand now. */
export async function look() {
  keep();
  const rows = work.rows.filter(({ lost }) => !lost).map(({ row, name = "", delegation = "", email = "", gender = "", breakout = "", title = "", decision }) => ({ row, name, delegation, email, gender, breakout, title, decision }));
  const answer = await exchange("preview", JSON.stringify({ digest: work.read.digest, rows }), "application/json", t("Looking at every row"));
  if (!answer) return false;
  Object.assign(work, { outcomes: new Map(answer.outcomes.map((one) => [one.row, one])), people: answer.people, newest: answer.newest, step: "rows" });
  redraw();
  return true;
}

/** What a row would become; a row that holds nobody is refused, whatever else. */
export function outcome(row) {
  if (row.lost) return { became: row.decision ? "left_out" : "refused", why: row.decision ? "" : row.why, remarks: [] };
  return work.outcomes.get(row.row) ?? { became: "created" };
}

export function counts() {
  const found = { all: work.rows.length, created: 0, matched: 0, joined: 0, refused: 0, left_out: 0, remarked: 0 };
  for (const row of work.rows) {
    const { became, remarks = [] } = outcome(row);
    found[became] += 1;
    if (remarks.length) found.remarked += 1;
  }
  return found;
}

/** The rows as the command takes them: those that make or mean somebody, and those that are left. */
export function asCommand() {
  const people = [], left = [];
  for (const row of work.rows) {
    const { became, person, joins, why = "" } = outcome(row);
    if (became === "refused" || became === "left_out") { left.push({ row: row.row, became, why: why.slice(0, 300) }); continue; }
    people.push({
      row: row.row, person_name: row.name ?? "", delegation: row.delegation ?? "", title: row.title ?? "", gender: row.gender ?? "", breakout: row.breakout ?? "", why: why.slice(0, 300),
      email: /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(row.email ?? "") ? row.email : "",
      ...(became === "matched" ? { same_as: person } : {}), ...(became === "joined" ? { joins } : {}),
    });
  }
  return { meeting: boot.meeting_id, people, left, file: work.name.slice(0, 300), digest: work.read.digest, newest: work.newest };
}

export function troubled(words) {
  Object.assign(work, { trouble: words, busy: "" });
  say(words);
  refresh();
}

async function tooLarge(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const rows = bytes.reduce((n, byte) => n + (byte === 10 ? 1 : 0), 0);
  if (rows > MOST_ROWS) return t("This roster has {rows} rows; at most {most} are read in at once. Split the file and import its parts.", { rows: number(rows), most: number(MOST_ROWS) });
  return t("This file is larger than 4 MB. Take out what is not about people, or split it.");
}

async function exchange(path, body, type, words) {
  work.busy = words;
  redraw();
  say(words);
  try {
    const { status, body: answer } = await post(path, body, type);
    work.busy = "";
    if (answer.ok) return answer;
    troubled(status === 413 ? t("This file is larger than 4 MB. Take out what is not about people, or split it.") : answer.why);
  } catch {
    troubled(t("No answer came. Your file is still here; look at your connection and try again."));
  }
  return null;
}

/** Words for how many people an import brings. */
export const importWords = ({ created, matched }) => (created || !matched ? tn("Import {n} person", "Import {n} people", created) : tn("Bring {n} person up to date", "Bring {n} people up to date", matched));
