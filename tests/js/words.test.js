import { Clock } from "/static/js/core/clock.js";
import { uuid } from "/static/js/core/uuid.js";
import { list } from "/static/js/core/lists.js";
import { parts, t, timeOfDay, tn, useWords } from "/static/js/core/words.js";
import { equal, ok, test } from "./harness.js";

test("without a catalogue the English words stand, filled in", () => {
  useWords(undefined, "en");
  equal([t("Moved to {i} of {n}", { i: 2, n: 7 }), t("{x} {y}", { x: 1 }), tn("{n} point", "{n} points", 1), tn("{n} point", "{n} points", 1200)], ["Moved to 2 of 7", "1 {y}", "1 point", "1,200 points"]);
});

test("a catalogue gives the words and the plural form of its language", () => {
  useWords({ Saved: "Сохранено", "{n} points": { one: "{n} пункт", few: "{n} пункта", many: "{n} пунктов" } }, "ru");
  equal([t("Saved"), tn("{n} point", "{n} points", 21), tn("{n} point", "{n} points", 3), tn("{n} point", "{n} points", 5)], ["Сохранено", "21 пункт", "3 пункта", "5 пунктов"]);
  useWords(undefined, "en");
});

test("a form that the catalogue lacks is the last one, and texts it lacks are English", () => {
  useWords({ "{n} points": { one: "{n} point", other: "{n} points (fr)" } }, "fr");
  equal([tn("{n} point", "{n} points", 0), tn("{n} point", "{n} points", 1000000).replace(/\s/g, " "), t("Nothing {n}", { n: 1 })], ["0 point", "1 000 000 points (fr)", "Nothing 1"]);
  useWords(undefined, "en");
});

test("Arabic tells six forms apart and is written with the digits 0 to 9", () => {
  useWords({ "{n} points": { zero: "z", one: "o", two: "t", few: "{n} f", many: "{n} m", other: "{n} x" } }, "ar");
  equal([0, 1, 2, 3, 11, 100, 1234].map((n) => tn("{n} point", "{n} points", n)), ["z", "o", "t", "3 f", "11 m", "100 x", "1,234 m"]);
  ok(/^\d\d:\d\d$/.test(timeOfDay("2026-11-03T12:05:00Z")), timeOfDay("2026-11-03T12:05:00Z"));
  useWords(undefined, "en");
});

test("a name of the other direction is kept apart, and a place without a value stays as it is", () => {
  equal([t("By {who}", { who: "أنا" }), t("By {who}", { who: "Ana" }), t("By {who}")], ["By \u2068أنا\u2069", "By Ana", "By {who}"]);
  document.dir = "rtl";
  equal([t("By {who}", { who: "أنا" }), t("By {who}", { who: "Ana" }), t("By {who}"), t("Row {n}", { n: 7 })], ["By أنا", "By \u2068Ana\u2069", "By {who}", "Row 7"]);
  document.dir = "";
});

test("names are listed as the language lists them", () => {
  equal(list(["Ghana", "Norway", "Peru"]), "Ghana, Norway and Peru");
  useWords(undefined, "fr");
  equal(list(["Ghana", "Pérou"]), "Ghana et Pérou");
  useWords(undefined, "en");
});

test("pieces let a value be more than a string", () => {
  const who = document.createElement("bdi");
  equal(parts("edited by {who}.", { who }), ["edited by ", who, "."]);
});

test("an id is a version 4 UUID, also without crypto.randomUUID", () => {
  const own = crypto.randomUUID;
  crypto.randomUUID = undefined;
  const made = uuid();
  crypto.randomUUID = own;
  ok(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(made), made);
});

test("the clock takes the quickest answer's word for the time", () => {
  const clock = new Clock();
  const now = Date.now();
  clock.learn(new Date(now + 60000).toISOString(), now - 50, now + 50);
  clock.learn(new Date(now + 90000).toISOString(), now - 4000, now + 4000);
  ok(Math.abs(clock.now() - Date.now() - 60000) < 100, String(clock.now() - Date.now()));
});
