/** What was just done, with Undo where it can be undone. */
import { say } from "../core/announce.js";
import { t } from "../core/words.js";

const SHOWN = 9000;

/** `undo`: called when the person takes it back; then the words are shown a little longer. */
export function toast(words, { undo, shown = undo ? SHOWN * 1.5 : SHOWN } = {}) {
  const made = document.createElement("div");
  made.className = "toast";
  const text = document.createElement("p");
  text.textContent = words;
  text.dir = "auto";
  made.append(text);
  if (undo) made.append(button(t("Undo"), () => { made.remove(); undo(); }));
  made.append(button(t("Close"), () => made.remove(), "button button--quiet"));
  document.getElementById("toasts").replaceChildren(made);
  say(words);
  let timer = setTimeout(() => made.remove(), shown);
  made.addEventListener("pointerenter", () => clearTimeout(timer));
  made.addEventListener("pointerleave", () => { timer = setTimeout(() => made.remove(), shown); });
  return () => made.remove();
}

function button(words, act, className = "button") {
  const made = Object.assign(document.createElement("button"), { type: "button", className, textContent: words });
  made.addEventListener("click", act);
  return made;
}
