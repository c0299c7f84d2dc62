import { t } from "../core/words.js";

/** The kinds of takeaway in words; keys are the wire's. */
export const kindInWords = (kind) => ({
  takeaway: t("Takeaway"),
  "best practice": t("Best practice"),
  challenge: t("Challenge"),
  "pledge option": t("Pledge option"),
  "area without consensus": t("Area without consensus"),
  "area for progress": t("Area for progress"),
  question: t("Question"),
})[kind] ?? kind;
