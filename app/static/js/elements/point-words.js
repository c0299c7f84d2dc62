/** What a person typed into the composer, read as a point. Pure. */

/** The #words that choose each kind; the first is the one that is offered. A participant's page shows kinds and needs none of these. */
export const MARKS = {
  takeaway: ["takeaway", "point"],
  "best practice": ["best-practice", "practice", "best"],
  challenge: ["challenge"],
  "pledge option": ["pledge", "pledge-option"],
  "area without consensus": ["no-consensus", "without-consensus", "area-without-consensus"],
  "area for progress": ["progress", "area-for-progress"],
  question: ["question"],
};

export const MOST_CHARACTERS = 2000;
const MARK = /(?<=^|\s)#([\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*)/gu;
const BULLET = /^\s*(?:[-–—•*·◦▪‣]|\d{1,3}[.)])\s+/u;

/**
 * `{text, kind, tags}` of what was typed. A #word names the kind or becomes a tag; at the beginning or end it is taken out of the text,
 * within a sentence it stays as a word. "#1" and other words without a letter are text.
 */
export function readPoint(typed, kind = "takeaway") {
  const tags = [];
  let chosen = kind;
  const take = (mark) => {
    const named = kindOf(mark);
    if (named) chosen = named;
    else if (!tags.includes(mark)) tags.push(mark);
    return !named;
  };
  let text = typed.trim();
  for (let found; (found = /^#([\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*)(?=\s|$)\s*/u.exec(text)) && /\p{L}/u.test(found[1]);) {
    take(found[1]);
    text = text.slice(found[0].length);
  }
  const closing = [];
  for (let found; (found = /(?:^|\s+)#([\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*)$/u.exec(text)) && /\p{L}/u.test(found[1]);) {
    closing.unshift(found[1]);
    text = text.slice(0, found.index);
  }
  text = text.replace(MARK, (whole, mark) => (/\p{L}/u.test(mark) ? (take(mark) ? mark : "") : whole)).replace(/[^\S\n]{2,}/g, " ");
  closing.forEach(take);
  return { text: text.trim(), kind: chosen, tags };
}

/** The points in pasted text: one per line, without bullets and numbers; empty lines are none. */
export function linesOf(pasted) {
  return pasted.split(/\r\n?|\n/).map((line) => line.replace(BULLET, "").trim()).filter(Boolean);
}

/** How many characters a person would count. */
export function characters(text) {
  return Intl.Segmenter ? [...new Intl.Segmenter().segment(text)].length : Array.from(text).length;
}

/** The #word being typed just before the caret: `{at, word}`, or null. */
export function markAt(text, caret) {
  const found = /(?:^|\s)#([\p{L}\p{M}\p{N}_-]*)$/u.exec(text.slice(0, caret));
  return found && { at: caret - found[1].length - 1, word: found[1] };
}

/** The @word being typed just before the caret: `{at, word}`, or null. */
export function mentionAt(text, caret) {
  const found = /(?:^|[\s(])@([\p{L}\p{M}][\p{L}\p{M}'’. -]{0,40}|)$/u.exec(text.slice(0, caret));
  return found && { at: caret - found[1].length - 1, word: found[1] };
}

/** The kind a #word chooses, or undefined when it is a tag. */
function kindOf(mark) {
  const plain = (word) => word.toLowerCase().replace(/[-_]/g, "");
  return Object.keys(MARKS).find((kind) => MARKS[kind].some((one) => plain(one) === plain(mark)));
}
