/** Join with a code: figures of any script, the delegation from a list, and nothing typed is lost when the answer is no. */
import { combobox } from "../elements/combobox.js";
import { figuresOf, inThrees } from "../elements/figures.js";
import { t } from "../core/words.js";

const KEPT = "rapport.join";
const boot = JSON.parse(document.getElementById("boot")?.textContent ?? "{}");
const form = document.getElementById("join");
const trouble = document.getElementById("join-trouble");
const { code, name, delegation } = form.elements;
const send = form.querySelector("[type=submit]");
let insisted;

recall();
code.value = inThrees(code.value);
code.addEventListener("input", writeCode);
form.addEventListener("input", keep);
for (const happening of ["input", "change"]) form.addEventListener(happening, ({ target }) => settle(target));
form.addEventListener("submit", join);
combobox({
  input: delegation,
  list: document.getElementById("delegation-list"),
  status: document.getElementById("join-status"),
  find,
});
(code.value ? name : code).focus({ preventScroll: true });

// Marks that turn the writing around, and others that nobody sees: a name with them would be read as another one.
const INVISIBLE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

async function join(event) {
  event.preventDefault();
  clear();
  if (INVISIBLE.test(name.value)) {
    name.value = name.value.replace(INVISIBLE, "");
    return show({ name: t("Invisible marks were taken out of your name. Look at it, and press Join again.") });
  }
  const asked = { code: figuresOf(code.value), name: name.value.trim(), delegation: delegation.dataset.code ?? delegation.value.trim() };
  const missing = {};
  if (!/^\d{8,9}$/.test(asked.code)) missing.code = t("A code has nine figures.");
  if (!asked.name) missing.name = t("Please write your name.");
  if (!asked.delegation) missing.delegation = t("Please write and choose your delegation.");
  if (Object.keys(missing).length) return show(missing);
  send.setAttribute("aria-busy", "true");
  const doubt = await doubtAbout(asked.delegation);
  if (doubt) {
    send.removeAttribute("aria-busy");
    return show({ delegation: doubt });
  }
  try {
    const answer = await fetch("/api/join", {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRF": boot.csrf ?? "" },
      body: JSON.stringify(asked),
    });
    const said = await answer.json();
    if (said.go) return location.assign(said.go);
    show(said.fields ?? {}, said.why);
  } catch {
    show({}, t("No answer came. What you wrote is still here; look at your connection and try again."));
  }
  send.removeAttribute("aria-busy");
}

async function find(words) {
  return (await fetch(`/api/delegations?q=${encodeURIComponent(words)}`, { headers: { Accept: "application/json" } })).json();
}

// "Keny" would be counted as an organisation of that name. Whoever joins a second time with the same words means them.
async function doubtAbout(words) {
  if (words === insisted) return "";
  const found = await find(words).catch(() => []);
  insisted = words;
  if (!found.length || found.some(({ meant }) => meant)) return "";
  return t("“{words}” is not in the list. Did you mean {name}? Choose it from the list, or press Join again to come in as “{words}”.", { words, name: found[0].name });
}

function show(fields, why) {
  for (const [field, sentence] of Object.entries(fields)) {
    const said = document.getElementById(`${field}-error`);
    if (!said) { why ??= sentence; continue; }
    said.textContent = sentence;
    said.hidden = false;
    form.elements[field].setAttribute("aria-invalid", "true");
  }
  // What stands at a field already need not be said twice.
  const more = Object.values(fields).includes(why) ? "" : why ?? "";
  trouble.textContent = more;
  trouble.hidden = !more;
  form.querySelector("[aria-invalid]")?.focus();
}

function clear() {
  trouble.hidden = true;
  for (const field of form.querySelectorAll("[aria-invalid]")) settle(field);
}

// What was said about a field is over once it is written in again.
function settle(field) {
  field.removeAttribute("aria-invalid");
  const said = document.getElementById(`${field.name}-error`);
  if (said) said.hidden = true;
}

function writeCode() {
  const atEnd = code.selectionStart === code.value.length;
  const written = inThrees(code.value);
  if (atEnd && written !== code.value) code.value = written;
}

function keep() {
  try { sessionStorage.setItem(KEPT, JSON.stringify({ code: code.value, name: name.value, delegation: delegation.value })); } catch { /* private windows keep nothing */ }
}

function recall() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "{}");
    code.value ||= kept.code ?? "";
    name.value ||= kept.name ?? "";
    delegation.value ||= kept.delegation ?? "";
  } catch { /* the same */ }
}
