/** Capturing on the plenary floor: the same composer and list as in a room. */
import { html } from "../../vendor/lit-html.js";
import { say } from "../core/announce.js";
import { ask } from "../core/boot.js";
import { t, tn } from "../core/words.js";
import { Composer } from "./composer.js";
import { PointList } from "./point-list.js";
import { hearProposals, proposals } from "./proposals.js";
import { notice } from "./shell.js";

export class FloorCapture {
  #room; #list; #composer;

  constructor(room) {
    this.#room = room;
    this.#composer = new Composer({ field: `capture:${room.id}`, add: (point) => this.#add(point), up: () => this.#list.editLast(), undo: () => this.undo() });
    hearProposals(room.id);
    this.#list = new PointList({ room: room.id, back: () => this.#composer.focus(), chosenFor: t("For the summary") });
  }

  view() {
    const rows = this.#list.rows();
    return html`
      <section class="part capture" aria-labelledby="floor-title">
        <div class="part__title"><h2 id="floor-title">${t("Plenary points")}</h2><span class="part__act">${tn("{n} point", "{n} points", rows.length)}</span></div>
        ${this.#list.view({ empty: t("No points from the floor yet.") })}
        <div class="capture__composer">${this.#composer.view({ label: t("New point from the floor") })}</div>
      </section>
      ${proposals(this.#room, { undo: (act) => this.undo(act) })}`;
  }

  undo(act) {
    return this.#list.undo(act);
  }

  async #add({ text, kind, tags }) {
    say(t("Point added"));
    const { id, answered } = ask("takeaway.capture", { room: this.#room.id, text, kind, tags, after: null });
    this.#list.reveal(id);
    const answer = await answered;
    if (!answer.ok) notice(t("A point was not accepted: {why}", { why: answer.why }));
    else if (answer.notices?.length) notice(answer.notices.join(" "));
  }
}
