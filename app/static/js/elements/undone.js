/** What an undo has brought about, in words. */
import { t } from "../core/words.js";

const UNDONE = {
  "takeaway.capture": t("the new point is taken away"),
  "takeaway.edit": t("the words are as before"),
  "takeaway.move": t("the point is back in its place"),
  "takeaway.remove": t("the point is back"),
  "takeaway.approve": t("no longer for report-back"),
  "takeaway.reopen": t("for report-back again"),
  "takeaway.merge": t("the points are apart again"),
  "takeaway.split": t("the points are one again"),
  "takeaway.accept": t("it waits among what participants sent"),
  "takeaway.decline": t("it waits among what participants sent"),
};

/** The sentence for an undone command of that name. */
export function undone(name) {
  return UNDONE[name] ? t("Undone: {what}", { what: UNDONE[name] }) : t("Undone");
}
