/**
 * `<time-left ends="2020-11-18T14:30:00.000Z">`: the time left by the server's clock, drawn once a second, silent.
 * With the attribute `aloud` it also says "5 minutes left", "1 minute left" and "Time is up" in the polite status line, once each.
 */
import { say } from "../core/announce.js";
import { clock } from "../core/boot.js";
import { t } from "../core/words.js";

const SHORT = 300;

class TimeLeft extends HTMLElement {
  static observedAttributes = ["ends"];
  #timer; #figure = document.createElement("span"); #words = document.createElement("span"); #before;

  connectedCallback() {
    this.setAttribute("role", "timer");
    this.classList.add("timer");
    this.#words.className = "timer__words";
    this.replaceChildren(this.#figure, " ", this.#words);
    this.#timer = setInterval(() => this.#draw(), 1000);
    this.#draw();
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  attributeChangedCallback() {
    this.#before = undefined;
    if (this.isConnected) this.#draw();
  }

  #draw() {
    const left = Math.ceil((Date.parse(this.getAttribute("ends")) - clock.now()) / 1000);
    if (Number.isNaN(left)) return;
    const [figure, words] = left > 0 ? [minutes(left), t("left")] : [minutes(-left), t("over time")];
    write(this.#figure, figure);
    write(this.#words, words);
    this.classList.toggle("timer--short", left > 0 && left <= SHORT);
    this.classList.toggle("timer--up", left <= 0);
    if (this.hasAttribute("aloud")) this.#aloud(left);
  }

  // Only a mark that is passed while the page is open is said: who arrives late sees the figure.
  #aloud(left) {
    const before = this.#before;
    this.#before = left;
    for (const [mark, words] of [[SHORT, t("5 minutes left")], [60, t("1 minute left")], [0, t("Time is up")]]) {
      if (before > mark && left <= mark && left > mark - 30) say(words);
    }
  }
}

function minutes(seconds) {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n) => String(n).padStart(2, "0");
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

customElements.define("time-left", TimeLeft);
