import fc from "fast-check";
import { expect, test } from "vitest";
import { syllablesIn } from "./syllables.ts";

/** The same in patterns. */
function inPatterns(word: string): number {
  if (!/\p{L}/u.test(word)) return 0;
  const letters = word.replace(/[^a-z]/g, "");
  if (letters.length <= 3) return 1;
  const spoken = letters
    .replace(/(?<![td])ed$/, "d")
    .replace(/(?<![sxzcg]|[cs]h|[^aeiouy]l)es$/, "s")
    .replace(/(?<![^aeiouy]l)e$/, "");
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 1);
}

test.each([
  ["lake", 1],
  ["table", 2],
  ["tables", 2],
  ["boxes", 2],
  ["churches", 2],
  ["makes", 1],
  ["asked", 1],
  ["wanted", 2],
  ["added", 2],
  ["returned", 2],
  ["morning", 2],
  ["the", 1],
  ["don’t", 1],
  ["1998", 0],
  ["größe", 1],
  ["光", 1],
  ["quietly", 2],
])("%s has %i", (word, count) => {
  expect(syllablesIn(word, 0, word.length)).toBe(count);
});

test("any word has as many as the patterns find, wherever in a text it stands", () => {
  const unit = fc.constantFrom(..."aeiouybcdghlstxznr’é1".split(""), "ed", "es", "les", "che", "光", "𝒙");
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 12 }), fc.string({ unit, maxLength: 5 }), (word, before) => {
      const text = `${before}${word}ed`;
      expect(syllablesIn(text, before.length, before.length + word.length)).toBe(inPatterns(word));
    }),
    { numRuns: 10_000 },
  );
});

test("a word that is longer than all before it is read to its end", () => {
  expect(syllablesIn("ba".repeat(500), 0, 1_000)).toBe(500);
});
