/** A personal link: its secret is posted once and leaves the address bar and the history at the same moment. */
import { t } from "../core/words.js";

const boot = JSON.parse(document.getElementById("boot")?.textContent ?? "{}");
let secret = taken();
// The whole link, opened in the same window after its first half, changes only what stands behind the #.
addEventListener("hashchange", () => { secret = taken(); if (secret) enter(); });

const again = document.getElementById("enter-again");
again.addEventListener("click", enter);
if (secret) enter();
else refuse(
  t("This page opens personal links"),
  t("The address holds no link. Perhaps only its first half was copied."),
  t("Open the whole link from your invitation again, or join with the meeting’s code."),
);

function taken() {
  const found = location.hash.slice(1);
  history.replaceState(null, "", location.pathname);
  try { return decodeURIComponent(found); } catch { return found; }
}

async function enter() {
  again.hidden = true;
  try {
    const answer = await fetch("/api/enter", {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRF": boot.csrf ?? "" },
      body: JSON.stringify({ secret }),
    });
    const said = await answer.json();
    if (said.go) return location.replace(said.go);
    const later = said.code === "busy";
    refuse(later ? t("One moment, please") : t("This link does not open the meeting"), said.why, later ? t("Your link is still good.") : "");
    again.hidden = !later;
  } catch {
    refuse(t("The meeting cannot be reached"), t("Your link was not checked, because no answer came."), t("Your link is still good. Look at your connection and try again."));
    again.hidden = false;
  }
}

function refuse(title, why, what) {
  document.getElementById("enter-title").textContent = title;
  document.getElementById("enter-words").textContent = why;
  document.getElementById("enter-what").textContent = what;
  document.getElementById("enter-more").hidden = false;
  document.title = `${title} · Rapport`;
  document.getElementById("enter-title").focus();
}
