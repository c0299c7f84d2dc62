/** The kinds a takeaway can have: the value on the wire and the words on the screen. */
import { t } from "../core/words.js";

export const KINDS = [
  { value: "takeaway", words: t("Takeaway") },
  { value: "best practice", words: t("Best practice") },
  { value: "challenge", words: t("Challenge") },
  { value: "pledge option", words: t("Pledge option") },
  { value: "area without consensus", words: t("Area without consensus") },
  { value: "area for progress", words: t("Area for progress") },
  { value: "question", words: t("Question") },
];

export function kindWords(value) {
  return KINDS.find((kind) => kind.value === value)?.words ?? value;
}
