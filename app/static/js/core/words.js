/** The words on the screen. The catalogue maps an English text to its translation (for plurals to `{one, few, …}`). */
let words = {};
let lang = document.documentElement.lang || "en";

export function useWords(catalogue, language) {
  words = catalogue ?? {};
  lang = language || lang;
}

/** The text in the person's language, `{name}` replaced from `values`. */
export function t(text, values = {}) {
  return fill(words[text] ?? text, values);
}

/** The same for a number: `tn("{n} point", "{n} points", 3)`. */
export function tn(one, other, n, values = {}) {
  const form = new Intl.PluralRules(lang).select(n);
  const text = words[other]?.[form] ?? (n === 1 ? one : other);
  return fill(text, { n: number(n), ...values });
}

/** The text as a list of pieces, so that a value may be a template: `parts("Edited by {who}", {who: html`…`})`. */
export function parts(text, values) {
  return (words[text] ?? text).split(/\{(\w+)\}/).map((piece, i) => (i % 2 ? values[piece] : piece));
}

export function number(n) {
  return new Intl.NumberFormat(lang).format(n);
}

/** The time of day at this device's place, such as 14:32. */
export function timeOfDay(iso) {
  return new Intl.DateTimeFormat(lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(iso));
}

function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
