import { html, nothing, repeat } from "../../../vendor/lit-html.js";
import { t } from "../../core/words.js";
import { changed, outline, section } from "./state.js";

/** All sections in their order, each with its state in a word. */
export function contents() {
  const here = section();
  return html`<nav aria-label=${t("Sections of the summary")}><ol class="outline">${repeat(outline(), (one) => one.key, (one) => html`
    <li class="outline__${one.level}"><a href=${`#${encodeURIComponent(one.key)}`} aria-current=${one.key === here?.key ? "true" : nothing}>
      <span dir="auto">${one.title}</span>${stateBadge(one)}</a></li>`)}</ol></nav>`;
}

export function stateBadge(one) {
  if (changed(one)) return html`<span class="badge badge--care">${t("not saved")}</span>`;
  if (one.stale) return html`<span class="badge badge--care">${t("source changed")}</span>`;
  if (one.edited) return html`<span class="badge badge--good">${t("edited")}</span>`;
  if (!one.body.trim()) return html`<span class="badge">${t("empty")}</span>`;
  return nothing;
}
