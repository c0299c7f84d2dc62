/** Words that few pages need: lists of names, and tables of texts that are translated when they are shown. */
import { apart, locale } from "./words.js";

/** Names one after another in the manner of the language: "Ghana, Norway and Peru". */
export const list = (names) => new Intl.ListFormat(locale()).format(names.map(apart));

/** Marks a text that is translated elsewhere, when it is shown. */
export const mark = (text) => text;
