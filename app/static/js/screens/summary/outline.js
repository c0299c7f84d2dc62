import { html, nothing, repeat } from "../../../vendor/lit-html.js";
import { t } from "../../core/words.js";
import { changed, outline, section, view } from "./state.js";

const OF_ANOTHER = { points: t("Points"), lead_in: t("Lead-in") };
const DEEPEST = 5;

/** All sections in their order, each with its state in a word. */
export function contents() {
  const here = section();
  const all = outline();
  const shown = all.filter((one) => one.key === here?.key || one.body.trim() || one.edited || !/^part:.*:points$/.test(one.key));
  return html`<nav aria-label=${t("Sections of the summary")}><ol class="outline">${repeat(shown, (one) => one.key, (one) => html`
    <li class=${`outline__${depth(one, all)}`}><a href=${`#${encodeURIComponent(one.key)}`} aria-current=${one.key === here?.key ? "true" : nothing} title=${one.title}>
      <span dir="auto">${OF_ANOTHER[partOfKey(one)] ?? one.title}</span>${stateBadge(one)}</a></li>`)}</ol></nav>`;
}

export function stateBadge(one) {
  if (changed(one)) return html`<span class="badge badge--care">${t("not saved")}</span>`;
  if (one.stale) return html`<span class="badge badge--care">${t("source changed")}</span>`;
  if (one.edited) return html`<span class="badge badge--good">${t("edited")}</span>`;
  if (view.summary?.bare.includes(one.title) && one.level) return html`<span class="badge">${t("left out: empty")}</span>`;
  if (!one.body.trim()) return html`<span class="badge">${t("empty")}</span>`;
  return nothing;
}

// A section without a heading of its own (level 0) stands under the one it belongs to.
function depth(one, all) {
  if (one.level) return Math.min(one.level, DEEPEST);
  const owner = all.find(({ key }) => key === one.key.split(":").slice(0, 2).join(":"));
  return partOfKey(one) ? Math.min((owner?.level ?? 2) + 1, DEEPEST) : 2;
}

const partOfKey = ({ key }) => key.split(":")[2];
