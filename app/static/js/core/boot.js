import { render } from "../../vendor/lit-html.js";
import { Clock } from "./clock.js";
import { Http } from "./http.js";
import { Line } from "./line.js";
import { Outbox } from "./outbox.js";
import { Store } from "./store.js";

/** What the page came with: `{me, meeting_id, screen, room, streams, csrf, server_time, links, lang, dir}`. */
export const boot = JSON.parse(document.getElementById("boot")?.textContent || "{}");

export const clock = new Clock();
if (boot.server_time) clock.learn(boot.server_time);
export const store = new Store();
for (const stream of boot.streams ?? []) store.take(stream);
export const http = new Http(boot);
export const line = new Line({ store, http, clock, ticket: boot.ticket });
export const outbox = new Outbox({ owner: `${boot.me?.id ?? 0}:${boot.meeting_id ?? 0}`, line });

/** Ask the server for something; see `Outbox.ask`. */
export const ask = (name, data, options) => outbox.ask(name, data, options);

let paint = () => {};
let draw = () => {};

/** Draw the screen again in the next frame. */
export const refresh = () => paint();

/**
 * Draw the screen again before this returns, for whoever then moves the focus: on a busy machine the next frame is many keys away,
 * and what is typed until then would stand in the wrong place.
 */
export const redraw = () => draw();

/** Show `view()` in `#screen` now, from what came with the page, connect, and show it again after every change. */
export function start(view, host = document.getElementById("screen")) {
  let due = false;
  draw = () => {
    due = false;
    const held = document.activeElement;
    render(view(), host);
    // Moving a row takes the focus from what stands in it.
    if (document.activeElement === document.body && host.contains(held)) held.focus({ preventScroll: true });
  };
  paint = () => {
    if (due) return;
    due = true;
    requestAnimationFrame(draw);
  };
  host.replaceChildren();
  draw();
  for (const watched of [store, line, outbox]) watched.watch(paint);
  for (const { stream } of boot.streams ?? []) line.follow(stream);
  line.start();
}
