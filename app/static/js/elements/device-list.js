/** The browsers in which somebody is signed in, each with its end. */
import { html, nothing } from "../../vendor/lit-html.js";
import { locale, t } from "../core/words.js";

/** `devices` as the server tells them; `end(device)` signs one out. */
export function deviceList(devices, end) {
  if (!devices.length) return html`<p class="empty">${t("Signed in nowhere.")}</p>`;
  return html`<ul class="devices">${devices.map((device) => html`<li class="devices__row">
    <div class="devices__what"><strong><bdi>${device.label || t("A browser")}</bdi></strong>
      <span class="row">${device.here ? html`<span class="badge badge--good">${t("this browser")}</span>` : device.live ? html`<span class="badge badge--live">${t("open now")}</span>` : nothing}
        <span class="small quiet">${WAYS[device.came_by]()} · ${t("since {when}", { when: moment(device.began) })}${device.here ? nothing : html` · ${t("last seen {when}", { when: moment(device.seen) })}`}</span></span></div>
    ${device.here ? nothing : html`<button class="button" type="button" @click=${() => end(device)}>${t("End")}<span class="unseen"> ${device.label}</span></button>`}</li>`)}</ul>`;
}

const WAYS = {
  link: () => t("by a personal link"),
  device: () => t("from another device"),
  code: () => t("by the meeting’s code"),
  account: () => t("by password"),
};

function moment(iso) {
  const at = new Date(iso);
  const today = at.toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(locale(), { ...(today ? {} : { day: "numeric", month: "short" }), hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
}
