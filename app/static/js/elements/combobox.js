/** The combobox pattern over an <input role="combobox"> and a <ul role="listbox">. */
import { t } from "../core/words.js";

/**
 * `find(words)` answers `[{name, code?, matched?}]`, best first; `status` is a polite line for the number of choices. The name that was chosen
 * stands in the input, its code in `input.dataset.code`; `matched` is the other spelling that was found, shown beside the name.
 */
export function combobox({ input, list, status, find, wait = 120 }) {
  let found = [], active = -1, asked = 0, timer;
  input.addEventListener("input", () => {
    delete input.dataset.code;
    clearTimeout(timer);
    timer = setTimeout(look, wait);
  });
  input.addEventListener("keydown", (event) => !event.isComposing && keys(event));
  input.addEventListener("blur", close);
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    const at = [...list.children].indexOf(event.target.closest("[role=option]"));
    if (at >= 0) choose(at);
  });

  async function look() {
    const words = input.value.trim();
    const mine = ++asked;
    if (!words) return close();
    const answer = await find(words).catch(() => []);
    if (mine !== asked || document.activeElement !== input) return;
    found = Array.isArray(answer) ? answer.slice(0, 12) : [];
    draw();
    status.textContent = found.length ? t("{n} to choose from", { n: found.length }) : t("Nothing found for these letters");
  }

  function draw() {
    list.replaceChildren(...found.map((one, at) => {
      const option = document.createElement("li");
      Object.assign(option, { id: `${list.id}-${at}`, className: "combo__option", textContent: one.name, dir: "auto" });
      option.setAttribute("role", "option");
      if (one.matched) option.append(Object.assign(document.createElement("span"), { className: "combo__matched", textContent: one.matched, dir: "auto" }));
      return option;
    }));
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark(found.length === 1 ? 0 : -1);
  }

  function mark(at) {
    active = at;
    for (const [index, option] of [...list.children].entries()) option.setAttribute("aria-selected", String(index === at));
    if (at < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", list.children[at].id);
    list.children[at].scrollIntoView({ block: "nearest" });
  }

  function keys(event) {
    const open = !list.hidden;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) return look();
      const step = event.key === "ArrowDown" ? 1 : -1;
      mark((active + step + found.length) % found.length);
    } else if (open && event.key === "Enter" && active >= 0) {
      event.preventDefault();
      choose(active);
    } else if (open && event.key === "Escape") {
      event.preventDefault();
      close();
    }
  }

  function choose(at) {
    const { name, code } = found[at];
    input.value = name;
    if (code) input.dataset.code = code;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    input.dispatchEvent(new Event("chosen", { bubbles: true }));
    status.textContent = t("{name} chosen", { name });
    close();
  }

  function close() {
    clearTimeout(timer);
    asked += 1;
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }
}
