/** The living page of the design: states that need a hand are shown without one, and every colour says how it contrasts. */
const STATES = { ":hover": ".state-hover", ":focus-visible": ".state-focus" };

for (const sheet of document.styleSheets) showStates(sheet);
measure();
new MutationObserver(measure).observe(document.documentElement, { attributes: true });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", measure);
for (const opener of document.querySelectorAll("[data-opens]")) {
  const dialog = document.getElementById(opener.dataset.opens);
  opener.addEventListener("click", () => (dialog.matches(".dialog--side") ? dialog.show() : dialog.showModal()));
}
document.getElementById("keys").addEventListener("click", () => document.getElementById("help").scrollIntoView());
document.getElementById("direction").addEventListener("click", ({ currentTarget }) => {
  const turned = document.documentElement.dir !== "rtl";
  document.documentElement.dir = turned ? "rtl" : "ltr";
  currentTarget.setAttribute("aria-pressed", String(turned));
});

// The rules of :hover and :focus-visible once more for classes of that name: what is shown cannot drift from what is.
function showStates(group) {
  for (let at = group.cssRules.length - 1; at >= 0; at -= 1) {
    const rule = group.cssRules[at];
    if (rule.cssRules?.length && !rule.selectorText) showStates(rule);
    const state = Object.keys(STATES).find((each) => rule.selectorText?.includes(each));
    if (state) group.insertRule(rule.cssText.replaceAll(state, STATES[state]), at + 1);
  }
}

function measure() {
  const style = getComputedStyle(document.documentElement);
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const light = (name) => {
    canvas.fillStyle = resolved(`--${name}`);
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((one) => (one / 255 <= 0.03928 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const resolved = (name) => {
    const probe = document.body;
    probe.style.setProperty("caret-color", `var(${name})`);
    const colour = getComputedStyle(probe).caretColor;
    probe.style.removeProperty("caret-color");
    return colour || style.getPropertyValue(name);
  };
  for (const swatch of document.querySelectorAll(".swatch")) {
    const { role } = swatch.dataset;
    swatch.querySelector("rect").style.fill = `var(--${role})`;
    const [high, low] = [light(role), light("paper")].sort((a, b) => b - a);
    swatch.querySelector(".swatch__figure").textContent = `${((high + 0.05) / (low + 0.05)).toFixed(1)} : 1`;
  }
  for (const step of document.querySelectorAll(".ramp__step")) step.firstElementChild.style.fill = `var(--${step.dataset.colour})`;
}
