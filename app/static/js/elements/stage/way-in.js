/** The way in, as the hall sees it. */
import { html } from "../../../vendor/lit-html.js";
import { boot } from "../../core/boot.js";
import { t } from "../../core/words.js";

/** The QR code of the address; on a page that came without it, its place. */
export function picture(name) {
  return boot.qr ? html`<img class=${name} src=${boot.qr} alt=${t("QR code of the address to join at")}>` : html`<span class="${name} stage__qr--none"></span>`;
}

/** The address without what every browser adds by itself. */
export function address() {
  return (boot.join_url ?? location.origin).replace(/^https?:\/\//, "").replace(/\/j\/.*$/, "");
}
