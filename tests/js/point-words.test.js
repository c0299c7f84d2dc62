import { characters, linesOf, mentionAt, readPoint } from "/static/js/elements/point-words.js";
import { equal, test } from "./harness.js";

const read = (typed, kind) => { const { text, kind: found, tags } = readPoint(typed, kind); return [text, found, tags]; };

test("a #word of a kind sets the kind and is taken out", () => {
  equal(read("#challenge Data are scarce."), ["Data are scarce.", "challenge", []]);
  equal(read("Share registers #pledge"), ["Share registers", "pledge option", []]);
  equal(read("#Best-Practice Joint patrols", "challenge"), ["Joint patrols", "best practice", []]);
});

test("other #words are tags: gone at the ends, words within the sentence", () => {
  equal(read("#water Rivers need #upstream data first. #finance #Finance2"), ["Rivers need upstream data first.", "takeaway", ["water", "upstream", "finance", "Finance2"]]);
});

test("a # that is no word is text", () => {
  equal(read("#1 priority is C# and issue#4"), ["#1 priority is C# and issue#4", "takeaway", []]);
});

test("tags work in every script", () => {
  equal(read("المياه أولا #مياه"), ["المياه أولا", "takeaway", ["مياه"]]);
  equal(read("#परियोजना पहले"), ["पहले", "takeaway", ["परियोजना"]]);
});

test("line breaks of the person stay", () => {
  equal(read("first\nsecond #tag"), ["first\nsecond", "takeaway", ["tag"]]);
});

test("pasted lines lose bullets, numbers and empty lines, and keep years", () => {
  equal(linesOf("• one\r\n\r\n- two\n3. three\n 4) four\n2020 was hard\n"), ["one", "two", "three", "four", "2020 was hard"]);
});

test("characters are counted as a person counts them", () => {
  equal([characters("añ"), characters("👩‍👩‍👧"), characters("नि")], [2, 1, 1]);
});

test("a mention is the @word before the caret", () => {
  equal(mentionAt("as @Gha said", 7), { at: 3, word: "Gha" });
  equal(mentionAt("@Republic of Ko", 15), { at: 0, word: "Republic of Ko" });
  equal([mentionAt("mail a@b", 8), mentionAt("no mention", 5)], [null, null]);
});
