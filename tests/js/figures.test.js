import { figuresOf, inThrees } from "/static/js/elements/figures.js";
import { equal, test } from "./harness.js";

test("a code is read in the digits of any script", () => {
  equal(["482 915-370", "٤٨٢٩١٥٣٧٠", "४८२९१५३७०", "４８２９１５３７０", "𝟒𝟖𝟐𝟗𝟏𝟓𝟑𝟕𝟎"].map(figuresOf), Array(5).fill("482915370"));
});

test("what is no figure is left out of a code", () => {
  equal([figuresOf("code: 48a2"), figuresOf("")], ["482", ""]);
});

test("a code is written in groups of three and never longer than nine figures", () => {
  equal(["4", "4829", "482915370", "4829153701"].map(inThrees), ["4", "482 9", "482 915 370", "482 915 370"]);
});
