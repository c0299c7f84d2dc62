/** An act that moves everybody: its effect is named, a few seconds are left to take it back, then it is carried out. */
import { say } from "../core/announce.js";
import { t } from "../core/words.js";

const SECONDS = 6;
let soon = () => {};

// Whoever goes on to another page, or to another act, has not cancelled the one before.
addEventListener("pagehide", () => soon());

/** `effect` is a sentence ("“Panel” ends for 231 people"); `run` is called when nobody has cancelled. */
export function holdAct(effect, run) {
  soon();
  const toast = document.createElement("div");
  toast.className = "toast";
  const words = document.createElement("span");
  const button = (label, act) => {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "button button--quiet", textContent: label });
    made.addEventListener("click", () => end(act));
    return made;
  };
  let left = SECONDS;
  const show = () => { words.textContent = t("{effect} in {left} s", { effect, left }); };
  const tick = setInterval(() => { left -= 1; if (left > 0) show(); else end(run); }, 1000);
  const end = (act) => { clearInterval(tick); toast.remove(); soon = () => {}; act(); };
  soon = () => end(run);
  show();
  toast.append(words, button(t("Now"), run), button(t("Cancel"), () => say(t("Cancelled"))));
  document.getElementById("toasts").replaceChildren(toast);
  say(t("{effect} in {left} s. Cancel is the last button on the page.", { effect, left }));
}
