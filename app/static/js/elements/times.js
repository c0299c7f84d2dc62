/** Times as people read them: what is left, how long ago, how big. All by the server's clock. */
import { boot, clock, refresh } from "../core/boot.js";
import { t } from "../core/words.js";

const SHORT = 5 * 60000;

/** `{words: "14:05", state: "" | "short" | "up", ms}` until this end; null when there is none. */
export function timeLeft(endsAt) {
  if (!endsAt) return null;
  const ms = Date.parse(endsAt) - clock.now();
  const over = ms < 0;
  return { ms, words: (over ? "−" : "") + minutesAndSeconds(Math.abs(ms)), state: over ? "up" : ms <= SHORT ? "short" : "" };
}

/** "just now", "3 min ago", or the time of day when it is longer ago than an hour. */
export function ago(iso) {
  const seconds = Math.max(0, (clock.now() - Date.parse(iso)) / 1000);
  if (seconds < 10) return t("just now");
  const units = new Intl.RelativeTimeFormat(boot.lang || "en", { style: "short" });
  if (seconds < 60) return units.format(-Math.floor(seconds / 5) * 5, "second");
  if (seconds < 3600) return units.format(-Math.floor(seconds / 60), "minute");
  return clockTime(iso);
}

export function clockTime(iso) {
  return new Intl.DateTimeFormat(boot.lang || "en", { hour: "2-digit", minute: "2-digit" }).format(new Date(iso));
}

/** A date without a time, such as 10 November 2020. */
export function fullDate(day) {
  return new Intl.DateTimeFormat(boot.lang || "en", { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

/** Draw again on every full second, as long as the page is seen. */
export function tick() {
  const beat = () => {
    if (document.visibilityState !== "hidden") refresh();
    setTimeout(beat, 1000 - (clock.now() % 1000) + 5);
  };
  beat();
}

function minutesAndSeconds(ms) {
  const seconds = Math.floor(ms / 1000);
  const two = (figure) => String(figure).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return hours ? `${hours}:${rest}` : rest;
}
