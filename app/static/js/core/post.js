import { t } from "./words.js";

/** Post JSON for a page that follows nothing, and give the answer, `{ok, …}`; where none came, one that says so. */
export async function post(path, data, csrf = "") {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRF": csrf },
      body: JSON.stringify(data),
    });
    return await answer.json();
  } catch {
    return { ok: false, code: "lost", fields: {}, why: t("No answer came. What you wrote is still here; look at your connection and try again.") };
  }
}
