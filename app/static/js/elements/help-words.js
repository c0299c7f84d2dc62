/** What a call for help says. Without words of the caller's own it is kept in English, and said in the reader's language. */
import { t } from "../core/words.js";

const UNSAID = "Help is asked for.";

export const helpInWords = (what) => (what === UNSAID ? t("Help is asked for.") : what);
