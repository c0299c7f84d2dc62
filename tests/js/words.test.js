import { Clock } from "/static/js/core/clock.js";
import { uuid } from "/static/js/core/uuid.js";
import { parts, t, tn, useWords } from "/static/js/core/words.js";
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
