/** What the big screen shows by itself, from the run of show. Pure. */

/**
 * `things` are the meeting and all its parts, rounds, breakout rooms and stage points; gives the name of a view. A report-back wins over
 * everything; then what the running part needs; before the first part and between sessions the way in.
 */
export function automatic({ meeting, sessions, parts, rounds, rooms, points }) {
  if (meeting.state === "closed") return "now";
  const speaking = rooms.find(({ report }) => report === "speaking");
  if (speaking) return points.some(({ room }) => room === speaking.id) ? "takeaways" : "report-back";
  const part = parts.find(({ state }) => state === "running");
  if (!part) return sessions.some(({ state }) => state === "open") ? "now" : "join";
  if (part.kind === "breakouts") {
    const here = rounds.filter((round) => round.part === part.id);
    const choosing = here.some(({ state, policy }) => state === "planned" && policy === "choice");
    return choosing || here.some(({ state }) => state === "open") ? "rooms" : "now";
  }
  // Between two report-backs the hall sees who is next.
  const begun = rooms.some(({ report }) => report === "done") && rooms.some(({ report, state }) => report === "waiting" && state === "closed");
  return part.kind === "plenary" && begun ? "report-back" : "now";
}
