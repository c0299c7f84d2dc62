/** Menus are <details class="menu">: they close when the person chooses, looks elsewhere, or presses Escape. Importing this is enough. */
document.addEventListener("click", ({ target }) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(target) || target.closest(".menu__item")) menu.open = false;
  }
});
document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && document.querySelector("details.menu[open]");
  if (!open) return;
  // Escape closes the menu, not the dialog around it.
  event.preventDefault();
  open.open = false;
  open.querySelector("summary").focus();
}, { capture: true });

// On a participant's page the look of this device is fetched when it is touched.
let device = document.querySelector('script[src$="/device.js"]');
document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-wear], [data-seen]");
  if (button) device ??= import("../device.js").then(({ press }) => press(button));
});
