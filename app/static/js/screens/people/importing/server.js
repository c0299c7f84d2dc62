/** The server's side of an import: a file, or rows, sent as they are; nothing is written by it. */
import { boot } from "../../../core/boot.js";

const PATIENCE = 120_000;

/** `{status, body}`; throws where no answer came. */
export async function post(path, body, type) {
  const answer = await fetch(`/m/${boot.meeting_id}/people/${path}`, {
    method: "POST", body, signal: AbortSignal.timeout(PATIENCE), headers: { "Content-Type": type, Accept: "application/json", "X-CSRF": boot.csrf ?? "" },
  });
  return { status: answer.status, body: await answer.json() };
}
