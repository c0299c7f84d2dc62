/** The frame around every live screen: the state of the line, signing out, menus that close. Importing it is enough. */
import { boot, line, outbox } from "../core/boot.js";
import { uuid } from "../core/uuid.js";
import { t, tn } from "../core/words.js";

const said = document.getElementById("line");
let lost;
// A line that is lost and found again within a second or two is nobody's concern.
line.watch(() => { clearTimeout(lost); if (line.status === "live") show(); else lost = setTimeout(show, 1500); });
outbox.watch(show);
document.getElementById("sign-out")?.addEventListener("click", signOut);
document.addEventListener("click", ({ target }) => closeMenus((menu) => !menu.contains(target)));
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  const open = document.querySelector("details.menu[open]");
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus();
});

function show() {
  if (!said) return;
  const [state, words] = stateInWords();
  if (said.dataset.state === state && said.textContent === words) return;
  said.dataset.state = state;
  said.querySelector(".line__words").textContent = words;
}

function stateInWords() {
  const waiting = outbox.waiting.length;
  if (line.status === "signed out") return ["stopped", t("Signed out")];
  if (line.status === "offline") return ["offline", waiting ? tn("Offline: {n} waiting", "Offline: {n} waiting", waiting) : t("Offline")];
  if (line.status !== "live") return ["late", t("Connecting")];
  return waiting ? ["saving", t("Saving")] : ["live", t("Live")];
}

function closeMenus(which) {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (which(menu)) menu.open = false;
}

async function signOut() {
  await fetch("/api/commands/session.end", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRF": boot.csrf ?? "", "Idempotency-Key": uuid() },
    body: "{}",
  }).catch(() => {});
  location.assign("/");
}
