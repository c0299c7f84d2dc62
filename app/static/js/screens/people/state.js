/** What the list of people reads from the store: everybody with their state, found, filtered, ordered, a page at a time. */
import { ask, boot, refresh, store } from "../../core/boot.js";
import { locale, t } from "../../core/words.js";
import { delegationName } from "../../elements/delegation-names.js";
import { notice } from "../../elements/shell.js";

export const PAGE = 60;

/** What is looked for, in which order, which page, and what is open. */
export const view = { words: "", only: "", by: "name", down: false, page: 0, dialog: null, devices: null, importing: false };

export const me = () => store.get("me", boot.me?.id) ?? boot.me;
export const isSecretariat = () => Boolean(me()?.roles?.some(({ role }) => role === "secretariat"));
export const rooms = () => store.all("room", ({ kind }) => kind === "breakout").sort((a, b) => a.number - b.number || a.id - b.id);

// Thousands of people are put together once for each change that is told, not for each key that is typed.
let held = null;
store.watch(() => { held = null; });

function book() {
  // The names of the reader's language come a moment after the page; this one is another in each of them.
  const spoken = delegationName("Germany");
  if (held?.spoken === spoken) return held;
  const all = together();
  held = { all, spoken, doubled: doubles(all), orders: new Map() };
  return held;
}

/** Everybody: `{id, name, title, delegation, roles, rooms, state, email, gender, wish, version, sought}`, and for the secretariat those who were sent out. */
export const everybody = () => book().all;

function together() {
  const personal = new Map(store.all("personal").map((one) => [one.id, one]));
  const asking = new Set(store.all("waiting").filter(({ admitted, turned_away: away }) => !admitted && !away).map(({ id }) => id));
  const here = store.all("person").map((person) => ({ ...personal.get(person.id), ...person, state: stateOf(person, asking) }));
  const out = [...personal.values()].filter(({ removed }) => removed).map((one) => ({ ...one, title: "", roles: [], rooms: [], state: "removed" }));
  return [...here, ...out].map((one) => {
    const delegation = delegationName(one.delegation);
    return { ...one, delegation, sought: plain(`${one.name} ${delegation} ${one.delegation} ${one.title} ${one.email ?? ""}`) };
  });
}

function stateOf({ id, admitted, present }, asking) {
  if (admitted) return present ? "here" : "left";
  return present || asking.has(id) ? "waiting" : "invited";
}

/** The people that are looked for, in order. */
export function wanted() {
  const { doubled } = book();
  const fits = FILTERS[view.only] ?? ((person) => person.state !== "removed");
  const words = plain(view.words).split(/\s+/).filter(Boolean);
  return ordered().filter((person) => fits(person, doubled) && words.every((word) => person.sought.includes(word)));
}

const FILTERS = {
  invited: ({ state }) => state === "invited",
  waiting: ({ state }) => state === "waiting",
  here: ({ state }) => state === "here",
  left: ({ state }) => state === "left",
  task: ({ roles }) => roles.length > 0,
  nowhere: ({ delegation, state }) => !delegation && state !== "removed",
  doubled: (person, doubled) => doubled.has(person.id),
  removed: ({ state }) => state === "removed",
};

/** How many there are of those that somebody should look at. */
export function counts() {
  const known = book();
  const of = (fits) => known.all.filter((person) => fits(person, known.doubled)).length;
  known.counts ??= { all: of(({ state }) => state !== "removed"), ...Object.fromEntries(Object.entries(FILTERS).map(([name, fits]) => [name, of(fits)])) };
  return known.counts;
}

// The same words of a name within one delegation, or the same address: perhaps one person twice.
function doubles(all) {
  const groups = new Map();
  for (const person of all) {
    if (person.state === "removed") continue;
    const keys = [`${plain(person.name).split(/\s+/).sort().join(" ")}|${person.delegation}`, person.email && `@${person.email}`];
    for (const key of keys.filter(Boolean)) groups.set(key, [...(groups.get(key) ?? []), person.id]);
  }
  return new Set([...groups.values()].filter((ids) => ids.length > 1).flat());
}

let collator;

function ordered() {
  const { all, orders } = book();
  const key = `${view.by} ${view.down}`;
  if (orders.has(key)) return orders.get(key);
  collator ??= new Intl.Collator(locale(), { numeric: true });
  const other = { name: "delegation", delegation: "name", state: "name" }[view.by];
  // Whoever has no delegation stands last, whichever way the list runs.
  const empty = (person) => (view.by === "delegation" && !person.delegation ? 1 : 0);
  const way = view.down ? -1 : 1;
  orders.set(key, [...all].sort((a, b) => empty(a) - empty(b) || way * collator.compare(a[view.by], b[view.by]) || collator.compare(a[other], b[other])));
  return orders.get(key);
}

export function sortBy(by) {
  Object.assign(view, view.by === by ? { down: !view.down } : { by, down: false });
  view.page = 0;
  refresh();
}

/** Ask, say a refusal in a toast, and give the result; null when it was refused. */
export async function act(name, data) {
  const answer = await ask(name, data, { keep: false }).answered;
  if (answer.ok) return answer.result ?? {};
  notice(answer.why);
  return null;
}

/** The act of taking something back, for a notice. */
export const undo = (run) => ({ words: t("Undo"), run });

export const plain = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
