/** A note of each ask until it is on disk. IndexedDB is asynchronous: without it a reload in the same instant would lose the last words. */
export function spill(owner, record) {
  try { localStorage.setItem(`rapport:spill:${owner}:${record.id}`, JSON.stringify(record)); } catch { /* a full or forbidden storage */ }
}

export function unspill(owner, id) {
  try { localStorage.removeItem(`rapport:spill:${owner}:${id}`); } catch { /* a full or forbidden storage */ }
}

export function spilled(owner) {
  try {
    const prefix = `rapport:spill:${owner}:`;
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix)).map((key) => JSON.parse(localStorage[key]));
  } catch {
    return [];
  }
}
