/** The buttons at the end of a row: up, down, take out. */
import { html, nothing } from "../../../vendor/lit-html.js";
import { t } from "../../core/words.js";
import { icon } from "../../elements/icon.js";
import { mayEdit } from "./state.js";

/** `name`: what the row is called, for those who do not see it. `first`, `last`: it can go no further that way. */
export function tools({ name, first, last, move, remove }) {
  if (!mayEdit()) return nothing;
  const one = (image, words, run, off = false, more = "") => html`<button type="button" class="button button--quiet button--icon ${more}" aria-label=${words} title=${words} aria-disabled=${off ? "true" : nothing} @click=${() => !off && run()}>${icon(image)}</button>`;
  return html`<div class="plan__tools">
    ${move ? [one("arrow-up", t("Move up: {name}", { name }), () => move(-1), first), one("arrow-down", t("Move down: {name}", { name }), () => move(1), last)] : nothing}
    ${one("trash-2", t("Take out: {name}", { name }), remove, false, "button--danger")}</div>`;
}
