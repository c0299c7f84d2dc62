/** Delegations in the reader's language. What is told of people carries the English name; the others come once, when a page first shows one. */
import { boot, refresh } from "../core/boot.js";

const ENGLISH = "en";
let names = null;

/** The name in the language of the page; the English one until the names have come, and where there is no other. */
export function delegationName(english) {
  const lang = document.documentElement.lang || ENGLISH;
  if (lang === ENGLISH || !english) return english;
  if (!names) load(lang);
  return names[english] ?? english;
}

async function load(lang) {
  names = {};
  try {
    const answer = await fetch(`/api/delegations/names?lang=${encodeURIComponent(lang)}`, { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    names = await answer.json();
    if (boot.screen) refresh();
  } catch { /* without a line the English names stand */ }
}
