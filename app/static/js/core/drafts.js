/** Text that was typed and not yet asked, kept on this device per field, so that a reload loses nothing. */
import { boot } from "./boot.js";

const key = (field) => `rapport:draft:${boot.me?.id ?? 0}:${boot.meeting_id ?? 0}:${field}`;
const memory = new Map();

export function draft(field) {
  try { return localStorage.getItem(key(field)) ?? ""; } catch { return memory.get(field) ?? ""; }
}

export function keepDraft(field, text) {
  try {
    if (text) localStorage.setItem(key(field), text);
    else localStorage.removeItem(key(field));
  } catch { memory.set(field, text); }
}
