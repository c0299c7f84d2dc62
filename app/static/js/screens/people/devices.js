/** Where somebody is signed in, for the secretariat. */
import { html, nothing } from "../../../vendor/lit-html.js";
import { refresh, store } from "../../core/boot.js";
import { t } from "../../core/words.js";
import "../../elements/devices-of.js";
import { modal } from "../../elements/modal.js";
import { view } from "./state.js";

export function openDevices(id) {
  view.devices = id;
  refresh();
}

export function devicesDialog() {
  const person = view.devices && store.get("person", view.devices);
  if (!person) return nothing;
  return modal({ title: t("Devices of {name}", { name: person.name }), name: "devices", close: () => openDevices(null), body: html`<devices-of person=${person.id}></devices-of>` });
}
