import fc from "fast-check";
import { expect, test } from "vitest";
import { wordSpans } from "./segment.ts";

const segmenter = new Intl.Segmenter("en", { granularity: "word" });
const latin = fc.string({
  unit: fc.constantFrom(..."abZ019_.:,;'’‘“”–—…-@#$%&()[]éÀÖØöøÿßğșƻǅɏ\t ×÷"),
  maxLength: 16,
});

test("Latin text has the words that Intl.Segmenter finds", () => {
  fc.assert(
    fc.property(latin, (text) => {
      const expected = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike);
      expect(wordSpans(text).map(({ start, end }) => text.slice(start, end))).toEqual(
        expected.map(({ segment }) => segment),
      );
    }),
    { numRuns: 5_000 },
  );
});

test("every letter of the Latin blocks makes a word", () => {
  for (let code = 0xc0; code <= 0x24f; code += 1) {
    const text = `a${String.fromCharCode(code)}b`;
    const expected = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length;
    expect(wordSpans(text)).toHaveLength(expected);
  }
});
