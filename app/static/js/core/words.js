/**
 * The words on the screen. English stands in the code; a page in another language loads, before any other module, the module
 * `words/<language>/…` that maps the English texts to their translations (for plurals to `{one, few, …}`).
 */
let words = {};
let lang = document.documentElement.lang || "en";

export function useWords(catalogue, language) {
  words = catalogue ?? {};
  lang = language || lang;
}

/** The language for Intl: the day first in English, and the digits 0 to 9 everywhere, as the United Nations prints them. */
export const locale = () => (lang === "en" ? "en-GB" : `${lang}-u-nu-latn`);

/** The text in the person's language, `{name}` replaced from `values`. */
export function t(text, values = {}) {
  return fill(words[text] ?? text, values);
}

/** The same for a number: `tn("{n} point", "{n} points", 3)`. */
export function tn(one, other, n, values = {}) {
  const forms = words[other];
  const text = forms ? forms[new Intl.PluralRules(lang).select(n)] ?? forms.other : n === 1 ? one : other;
  return fill(text, { n: number(n), ...values });
}

/** The text as a list of pieces, so that a value may be a template: `parts("Edited by {who}", {who: html`…`})`. */
export function parts(text, values) {
  return (words[text] ?? text).split(/\{(\w+)\}/).map((piece, i) => (i % 2 ? values[piece] : piece));
}

export function number(n) {
  return new Intl.NumberFormat(locale()).format(n);
}

/** The time of day at this device's place, such as 14:32. */
export function timeOfDay(iso) {
  return new Intl.DateTimeFormat(locale(), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(iso));
}

/** A sentence of the server, its times of day, written as 14:32 UTC for people in many zones, at this device's place. */
export function here(text) {
  return text?.replace(/\b(\d\d):(\d\d) UTC\b/g, (_, h, m) => timeOfDay(new Date().setUTCHours(h, m)));
}

function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (values[name] === undefined ? whole : apart(values[name])));
}

/** A name of the other direction would turn the sentence around it; the two signs keep it to itself. */
export function apart(value) {
  return (document.dir === "rtl" ? /[a-z]/i : /[\u0590-\u08ff]/).test(value) ? `\u2068${value}\u2069` : value;
}
