/** What this device keeps of how the pages look and of the hints it has seen. Cookies tell the server, which writes the page accordingly, so nothing flashes or jumps. */
const root = document.documentElement;
const A_YEAR = 31536000;

document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-wear], [data-seen], [data-unseen]");
  if (button) press(button);
});

/** Do what a button is for. */
export function press(button) {
  if (button.dataset.wear) wear(...button.dataset.wear.split(":"));
  else if (button.dataset.seen) seen(button);
  else again(button);
}

// data-wear="look:dark" or "contrast:more"; what holds already is taken off.
function wear(what, value) {
  const next = root.dataset[what] === value ? "" : value;
  if (next) root.dataset[what] = next;
  else delete root.dataset[what];
  keep(what, next);
  for (const one of document.querySelectorAll(`[data-wear^="${what}:"]`)) one.setAttribute("aria-pressed", String(one.dataset.wear === `${what}:${next}`));
}

// data-seen="moderator.rapporteur": every hint seen on this device, the one that is put away now among them.
function seen(button) {
  keep("hints", button.dataset.seen);
  button.closest(".hint").remove();
  document.getElementById("main").focus({ preventScroll: true });
}

function again(button) {
  keep("hints", "");
  button.disabled = true;
  document.getElementById("status").textContent = button.dataset.unseen;
}

function keep(name, value) {
  document.cookie = `${name}=${value}; path=/; max-age=${value ? A_YEAR : 0}; samesite=lax`;
}
