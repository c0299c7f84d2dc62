/** A link that makes an account or sets a password anew: its secret leaves the address bar at once and is used up only by the form. */
import { boot } from "../core/page.js";
import { post } from "../core/post.js";
import { t } from "../core/words.js";
import { plainForm } from "../elements/plain-form.js";
import { reveal } from "../elements/reveal.js";

const KEPT = "rapport.welcome";
const form = document.getElementById("welcome");
const secret = taken();

reveal(form);
addEventListener("hashchange", () => location.reload());
look();
plainForm(form, {
  missing: ({ email, name, password }) => ({
    ...(name.disabled || name.value.trim() ? {} : { name: t("Please write your name.") }),
    ...(email.disabled || email.value.trim() ? {} : { email: t("Please write your e-mail address.") }),
    ...([...password.value].length >= 15 ? {} : { password: t("Take at least 15 characters. Four or five words that do not belong together are easy to remember.") }),
  }),
  async send({ email, name, password }) {
    const said = await post("/api/account/make", { secret, email: email.value, name: name.value, password: password.value });
    if (!said.ok) return said;
    forget();
    location.replace(said.go);
    return null;
  },
});

async function look() {
  if (!secret) return refuse(t("This page opens links that make an account"), t("The address holds no link. Perhaps only its first half was copied: open the whole link again."));
  const said = await post("/api/account/link", { secret });
  if (!said.ok) return refuse(t("This link does not make an account"), said.why);
  const { email, name } = form.elements;
  if (said.email) Object.assign(email, { value: said.email, readOnly: true });
  if (!said.is_new) {
    Object.assign(name, { value: said.name, disabled: true });
    document.getElementById("welcome-title").textContent = t("Choose a new password");
    document.getElementById("welcome-words").textContent = t("All other sign-ins of this account end, and its second step, if there was one, has to be set up again.");
    document.getElementById("welcome-send").textContent = t("Set the password and sign in");
  }
  document.getElementById("welcome-wait").hidden = true;
  form.hidden = false;
  form.querySelector("input:not([readonly]):not([disabled])").focus({ preventScroll: true });
}

function refuse(title, why) {
  forget();
  document.getElementById("welcome-title").textContent = title;
  document.getElementById("welcome-words").textContent = why;
  document.getElementById("welcome-wait").hidden = true;
  document.getElementById("welcome-else").hidden = false;
  document.title = `${title} · Rapport`;
}

// A reload must not cost the link: it stays with this tab until the form has used it.
function taken() {
  const found = location.hash.slice(1);
  history.replaceState(null, "", location.pathname);
  try {
    if (found) sessionStorage.setItem(KEPT, found);
    return found || sessionStorage.getItem(KEPT) || "";
  } catch { return found; }
}

function forget() {
  try { sessionStorage.removeItem(KEPT); } catch { /* private windows keep nothing */ }
}
