import fc from "fast-check";
import { expect, test } from "vitest";
import { characterStart, countCharacters } from "./graphemes.ts";

const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });
/** Where the characters start, a line break being one, as the segmenter tells them. */
function startsIn(text: string): number[] {
  let offset = 0;
  return text.split("\n").flatMap((line) => {
    const starts = [...GRAPHEMES.segment(line)].map(({ index }) => offset + index);
    offset += line.length + 1;
    return [...starts, offset - 1];
  });
}

/** Signs that melt into their neighbours in some way, and spaces between them. */
const SIGNS = fc.constantFrom(
  ..." ,    , \n,a,Z,9,.,।,क,्,षि,त्र,की,ำ,ที่,e\u0301,\u0301,\u200d,\u200c,👩,👩‍👩‍👧,🇩🇪,🇩,\u0d4e,\u0600,\u{110bd},한,\u1100,\u1161,\u11a8,ﷺ,\u00ad,\u0e33,ਾ,-,“,—".split(
    ",",
  ),
);
const texts = fc.array(SIGNS, { maxLength: 40 }).map((signs) => signs.join(""));

test("characters are those of the segmenter, whatever stands beside a space", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const starts = startsIn(text);
      expect(countCharacters(text)).toBe(starts.length - 1);
      for (const [number, start] of starts.entries()) expect(characterStart(text, number)).toBe(start);
    }),
    { numRuns: 3_000 },
  );
});

test("in a long line, which is read in pieces, every character is found", () => {
  const line = "नमस्ते दुनिया, यह एक लंबी पंक्ति है। ".repeat(60).trim();
  const starts = startsIn(line);
  expect(countCharacters(line)).toBe(starts.length - 1);
  for (let number = 0; number < starts.length; number += 37)
    expect(characterStart(line, number)).toBe(starts[number]);
});
