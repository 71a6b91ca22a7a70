import fc from "fast-check";
import { expect, test } from "vitest";
import { countWords, wordSpans } from "./word-spans.ts";

const segmenter = new Intl.Segmenter("en", { granularity: "word" });
const alphabets = fc.string({
  unit: fc.constantFrom(..."abZ019_.:,;'’‘“”–—…-@#$%&()[]éÀÖØöøÿßğșƻǅɏ\t ×÷αΩσςдЖёضيء،؛؟가힣한"),
  maxLength: 16,
});

test("text of an alphabet with spaces has the words that Intl.Segmenter finds", () => {
  fc.assert(
    fc.property(alphabets, (text) => {
      const expected = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike);
      expect(wordSpans(text).map(({ start, end }) => text.slice(start, end))).toEqual(
        expected.map(({ segment }) => segment),
      );
    }),
    { numRuns: 5_000 },
  );
});

test("every character up to the Arabic letters does to a word what the segmenter says", () => {
  for (let code = 0x20; code <= 0x6ff; code += 1) {
    const sign = String.fromCharCode(code);
    for (const text of [
      sign,
      `a${sign}b`,
      `1${sign}2`,
      `a${sign}1`,
      `д${sign}1`,
      `1${sign}ي`,
      `_${sign}`,
      `a.${sign}`,
      `α'${sign}`,
    ]) {
      const expected = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike);
      const found = wordSpans(text).map(({ start, end }) => text.slice(start, end));
      expect([text, found]).toEqual([text, expected.map(({ segment }) => segment)]);
    }
  }
});

const ANY_SCRIPT = fc.array(
  fc.constantFrom(
    ..."a|Z9|don’t|é|e\u0301|光|湖は静か|ひらがな|カ|ー|ﾞ|한국어|\u1100\u1161|ภาษาไทยง่าย|ที่|नमस्ते|क्षि|ضوء|שלום|λόγος|Свет|１，０００|1,000|½|½|𝒙|👩‍👩‍👧|👍🏽|_|.|,|，|、|。|，光|-|'|’|\u0301|\u200d|\u200c|\u00ad|\u200e|\u00a0|\u3000|\u2028|\t| | | ".split(
      "|",
    ),
  ),
  { maxLength: 24 },
);

test("text of any script has the words that Intl.Segmenter finds in its lines", () => {
  fc.assert(
    fc.property(ANY_SCRIPT, (signs) => {
      const text = signs.join("");
      const expected = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike);
      expect(wordSpans(text)).toEqual(
        expected.map(({ index, segment }) => ({ start: index, end: index + segment.length })),
      );
    }),
    { numRuns: 5_000 },
  );
});

test("and so has a long line of it, which is read in pieces", () => {
  fc.assert(
    fc.property(ANY_SCRIPT, (signs) => {
      const unit = signs.join("");
      const text = unit.repeat(Math.ceil(5_000 / (unit.length + 1)));
      const expected = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike);
      expect(countWords(text)).toBe(expected.length);
    }),
    { numRuns: 200 },
  );
});
