/** Which told changes of points this person asked for: a change does not say by whom it was made, and no room hears of itself as of others. Pure. */

/** Do these changes come from one of the outbox's records? The telling may overtake the answer, so words count where no id is known yet. */
export function isMine(changes, records) {
  const things = changes.map(({ put, drop }) => put ?? drop);
  const about = (id) => id !== undefined && things.some((thing) => thing.id === id);
  return records.some(({ name, data, result }) => {
    if (!name.startsWith("takeaway.")) return false;
    if (about(result?.id) || [data.takeaway, ...(data.takeaways ?? [])].some(about)) return true;
    if (result) return false;
    return name === "takeaway.undo" || (data.text !== undefined && things.some(({ text }) => text === data.text));
  });
}
