/** Times as people read them, by the server's clock. */
import { clock, refresh } from "../core/boot.js";
import { locale, t, timeOfDay } from "../core/words.js";

/** "just now", "3 min ago", or the time of day when it is longer ago than an hour. */
export function ago(iso) {
  const seconds = Math.max(0, (clock.now() - Date.parse(iso)) / 1000);
  if (seconds < 10) return t("just now");
  const units = new Intl.RelativeTimeFormat(locale(), { style: "short" });
  if (seconds < 60) return units.format(-Math.floor(seconds / 5) * 5, "second");
  if (seconds < 3600) return units.format(-Math.floor(seconds / 60), "minute");
  return timeOfDay(iso);
}

/** A date without a time, such as 10 November 2020. */
export function fullDate(day) {
  return new Intl.DateTimeFormat(locale(), { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

/** Draw again every so many seconds, as long as the page is seen. */
export function tick(seconds = 5) {
  setInterval(() => document.visibilityState !== "hidden" && refresh(), seconds * 1000);
}
