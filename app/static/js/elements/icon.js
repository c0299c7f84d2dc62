import { html } from "../../vendor/lit-html.js";

const SPRITE = new URL("../../icons/sprite.svg", import.meta.url).href;

/** A decoration beside words; `turns` mirrors it where one reads from right to left. */
export function icon(name, turns = false) {
  return html`<svg class=${turns ? "icon icon--turns" : "icon"} aria-hidden="true" focusable="false"><use href="${SPRITE}#${name}"></use></svg>`;
}
