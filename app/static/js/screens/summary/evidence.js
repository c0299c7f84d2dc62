/** What a section stands on: the approved points of its room or part, and whether its words still hold them. */
import { html, nothing } from "../../../vendor/lit-html.js";
import { store } from "../../core/boot.js";
import { t, tn } from "../../core/words.js";
import { kindWords } from "../../elements/kinds.js";
import { section, words } from "./state.js";

export function evidence() {
  const one = section();
  const rooms = one ? roomsOf(one.key) : [];
  const points = store.all("point", (point) => rooms.includes(point.room)).sort((a, b) => (a.position < b.position ? -1 : 1));
  const text = flat(one ? words(one) : "");
  const missing = points.filter((point) => !text.includes(flat(point.text)));
  const counts = one?.key.endsWith(":points");
  return html`<h2 class="evidence__title">${t("Points for report-back")}</h2>
    ${points.length && counts ? html`<p class="small quiet">${missing.length ? tn("{n} is not word for word in the text.", "{n} are not word for word in the text.", missing.length) : t("All stand word for word in the text.")}</p>` : nothing}
    ${points.length ? html`<ol class="points points--tight">${points.map((point) => html`<li class="point" data-kind=${point.kind}>
        <p class="point__kind">${kindWords(point.kind)}</p><p class="point__text" dir="auto">${point.text}</p>
        <p class="point__meta">${counts ? missing.includes(point) ? html`<span class="badge badge--care">${t("not word for word")}</span>` : html`<span class="badge badge--good">${t("word for word")}</span>` : nothing}
          ${point.after_close ? html`<span class="badge badge--care">${t("after close")}</span>` : nothing}</p></li>`)}</ol>`
      : html`<p class="small quiet">${rooms.length ? t("No point of this room is chosen for the report-back yet.") : t("This section does not stand on points. Choose a breakout group or a plenary part to see theirs.")}</p>`}`;
}

function roomsOf(key) {
  const [kind, id] = key.split(":");
  if (kind === "room") return [Number(id)];
  if (kind === "part") return store.all("room", (room) => room.part === Number(id) && room.kind === "plenary").map((room) => room.id);
  return [];
}

const flat = (text) => text.normalize("NFC").replace(/\s+/g, " ").toLowerCase();
