/** The kinds a takeaway can have: the value on the wire, the words on the screen, and the #words that choose it. */
import { t } from "../core/words.js";

export const KINDS = [
  { value: "takeaway", words: t("Takeaway"), marks: ["takeaway", "point"] },
  { value: "best practice", words: t("Best practice"), marks: ["best-practice", "practice", "best"] },
  { value: "challenge", words: t("Challenge"), marks: ["challenge"] },
  { value: "pledge option", words: t("Pledge option"), marks: ["pledge", "pledge-option"] },
  { value: "area without consensus", words: t("Area without consensus"), marks: ["no-consensus", "without-consensus", "area-without-consensus"] },
  { value: "area for progress", words: t("Area for progress"), marks: ["progress", "area-for-progress"] },
  { value: "question", words: t("Question"), marks: ["question"] },
];

export function kindWords(value) {
  return KINDS.find((kind) => kind.value === value)?.words ?? value;
}

/** The kind a #word chooses, or undefined when it is a tag. */
export function kindOf(mark) {
  const plain = mark.toLowerCase().replace(/[-_]/g, "");
  return KINDS.find(({ marks }) => marks.some((one) => one.replace(/-/g, "") === plain))?.value;
}
