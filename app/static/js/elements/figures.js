/** Figures as people type them: in the digits of any script, with spaces, dashes or nothing between. */

/** Only the figures, as 0 to 9. */
export function figuresOf(words) {
  return [...words.normalize("NFKC")].map((sign) => valueOf(sign)).join("");
}

/** At most nine figures, in groups of three. */
export function inThrees(words) {
  return figuresOf(words).slice(0, 9).replace(/(\d{3})(?=\d)/g, "$1 ");
}

// Unicode lays the ten digits of every script side by side from a zero, so the value is the distance to that zero.
function valueOf(sign) {
  if (!/\p{Nd}/u.test(sign)) return "";
  const point = sign.codePointAt(0);
  let zero = point;
  while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(point - zero);
}
