/** The words for what people are and do here. */
import { number, t } from "../../core/words.js";

export const roleInWords = (role) => ({
  secretariat: t("secretariat"), co_chair: t("co-chair"), moderator: t("moderator"), rapporteur: t("rapporteur"),
  participant: t("participant"), observer: t("observer"), display: t("big screen"),
})[role] ?? role;

/** `[words, class of the badge]` */
export const stateInWords = (state) => ({
  invited: [t("not yet come in"), ""], waiting: [t("in the lobby"), "badge--care"], here: [t("here"), "badge--good"],
  left: [t("away"), ""], removed: [t("sent out"), "badge--bad"], banned: [t("put out for good"), "badge--bad"],
})[state];

export const nameOfRoom = (room) => t("{number}. {title}", { number: number(room.number), title: room.title });
