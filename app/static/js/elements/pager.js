/** Which part of a long list is shown, and the way to the others. */
import { html, nothing } from "../../vendor/lit-html.js";
import { number, t } from "../core/words.js";
import { icon } from "./icon.js";

/** `page` counts from 0, `size` a page, `all` the list; `go(page)` shows another one. Nothing where all is on one page. */
export function pager({ page, size, all, go }) {
  const last = Math.ceil(all / size) - 1;
  if (last < 1) return nothing;
  const words = t("{from} to {to} of {all}", { from: number(page * size + 1), to: number(Math.min(all, (page + 1) * size)), all: number(all) });
  return html`<nav class="row row--end pager" aria-label=${t("Parts of the list")}><span class="small quiet">${words}</span>
    <button class="button button--icon" type="button" aria-label=${t("Earlier in the list")} ?disabled=${page === 0} @click=${() => go(page - 1)}><span class="pager__back">${icon("chevron-right", true)}</span></button>
    <button class="button button--icon" type="button" aria-label=${t("Further in the list")} ?disabled=${page === last} @click=${() => go(page + 1)}>${icon("chevron-right", true)}</button></nav>`;
}
