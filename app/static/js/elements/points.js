import { html, nothing, repeat } from "../../vendor/lit-html.js";
import { kindWords } from "./kinds.js";
import { t } from "../core/words.js";

/** Points as a list to read, in their order; `tight` for narrow columns. */
export function pointsToRead(points, { tight = false, kinds = true } = {}) {
  const sorted = [...points].sort((a, b) => (a.position < b.position ? -1 : a.position > b.position ? 1 : a.id - b.id));
  return html`<ol class=${tight ? "points points--tight" : "points"}>${repeat(sorted, (point) => point.id, (point) => html`
    <li class=${point.state === "draft" ? "point point--draft" : "point"} data-kind=${point.kind}>
      ${kinds ? html`<p class="point__kind">${kindWords(point.kind)}</p>` : nothing}
      <p class="point__text" dir="auto">${point.text}</p>
      ${point.tags?.length || point.after_close ? html`<p class="point__meta">${point.tags?.map((tag) => html`<bdi class="tag">#${tag}</bdi>`)}
        ${point.after_close ? html`<span class="badge badge--care">${t("after close")}</span>` : nothing}</p>` : nothing}
    </li>`)}</ol>`;
}
