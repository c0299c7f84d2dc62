/** Delegations in the reader's language. What is told of people carries the English name; the others come once, when a page first shows one. */
import { refresh } from "../core/boot.js";

let names;

/** The name in the language of the page; the English one until the names have come, and where there is no other. */
export function delegationName(english) {
  const { lang } = document.documentElement;
  if (lang === "en" || !english) return english;
  if (!names) load(lang);
  return names[english] ?? english;
}

async function load(lang) {
  names = {};
  try {
    names = await (await fetch(`/api/delegations/names?lang=${lang}`)).json();
    refresh();
  } catch { /* without a line the English names stand */ }
}
