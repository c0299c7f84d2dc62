/** What the server works out for this page without doing anything. */
import { boot } from "../../core/boot.js";
import { t } from "../../core/words.js";

/** The answer to a question below this page's address; `{why}` where there is none. `body`: a file, sent as it is. */
export async function fetched(path, body) {
  try {
    const post = { method: "POST", body, headers: { Accept: "application/json", "Content-Type": "application/octet-stream", "X-CSRF": boot.csrf ?? "" } };
    const answer = await fetch(`/m/${boot.meeting_id}/rooms/${path}`, body ? post : { headers: { Accept: "application/json" } });
    const found = await answer.json();
    return answer.ok ? found : { why: found.why };
  } catch {
    return { why: t("The server cannot be reached. Try again in a moment.") };
  }
}
