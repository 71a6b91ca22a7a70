import fc from "fast-check";
import { expect, test } from "vitest";
import { countSentencesOf, sentencesOf } from "./block-sentences.ts";

const SENTENCES = new Intl.Segmenter("en", { granularity: "sentence" });
const latin = fc.string({
  unit: fc.constantFrom(..."aZé9 .!?,;:…“”’–—-()[]\u00ad\u00a0\u2024\u2026\u0085ªß|*#".split("")),
  maxLength: 20,
});

test("Latin text without an end has one sentence where the segmenter finds no more", () => {
  let found = 0;
  fc.assert(
    fc.property(latin, (text) => {
      const spans = sentencesOf(text);
      expect(countSentencesOf(text)).toBe(spans.length);
      const segments = [...SENTENCES.segment(text)].filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment));
      // The segmenter may cut where we go on ("e.g. so"), never the other way round.
      expect(spans.length).toBeLessThanOrEqual(segments.length);
      if (segments.length <= 1 || !/[.’”]/.test(text)) expect(spans).toHaveLength(segments.length);
      if (segments.length === 1) found += 1;
      const covered = spans.map(({ start, end }) => text.slice(start, end)).join("");
      expect(covered).toBe(covered.trim());
    }),
    { numRuns: 5_000 },
  );
  expect(found).toBeGreaterThan(500);
});

test.each([
  ["  The lake is calm  ", ["The lake is calm"]],
  ["— … —", []],
  ["One. Two", ["One.", "Two"]],
  ["Why? So", ["Why?", "So"]],
  ["Oh! So", ["Oh!", "So"]],
  ["Mme. Roche met Mlle. Dupont there", ["Mme. Roche met Mlle. Dupont there"]],
  ["「はい。」\nと彼は言った。", ["「はい。」\nと彼は言った。"]],
  ["「はい。」　とても静かだ。", ["「はい。」", "とても静かだ。"]],
  ["τι είναι αυτό; νερό", ["τι είναι αυτό;", "νερό"]],
])("the sentences of %j", (block, expected) => {
  expect(sentencesOf(block).map(({ start, end }) => block.slice(start, end))).toEqual(expected);
});
