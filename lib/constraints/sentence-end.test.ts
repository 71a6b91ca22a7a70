import fc from "fast-check";
import { expect, test } from "vitest";
import { sureEnd } from "./sentence-end.ts";
import { sentenceSpans } from "./sentence-spans.ts";

const unit = fc.constantFrom(
  ..."a|lake|The|Prof|approx|bzw|am|der|Mai|z|B|EE|UU|M|Sig|Dott|Mr|No|B|J|e.g|p.m|7|12|1,000|.|. |? |!|?|…| |,|;|”|“|」|「|。|！|？|光|は|と|ﾞ|ー|۔|।|ضوء|שלום|ª|é|É|\u0301|\u200d|(|)|👍|ก|٣|-".split(
    "|",
  ),
);

/** The sentences of the parts, by their places in the whole. */
function inParts(text: string, end: number) {
  const rest = sentenceSpans(text.slice(end));
  return [
    ...sentenceSpans(text.slice(0, end)),
    ...rest.map((span) => ({ start: span.start + end, end: span.end + end })),
  ];
}

test("where a sentence surely ends, a text has the sentences of its two parts", () => {
  let cuts = 0;
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 24 }), (text) => {
      for (let at = 0; at < text.length; at += 1) {
        const end = ".!?。！？।۔".includes(text.charAt(at)) ? sureEnd(text, at) : null;
        if (end === null) continue;
        cuts += 1;
        expect(inParts(text, end)).toEqual(sentenceSpans(text));
      }
    }),
    { numRuns: 5_000 },
  );
  expect(cuts).toBeGreaterThan(1_000);
});

test("a long paragraph, which is read in pieces, has as many sentences as were written", () => {
  const written = Array.from(
    { length: 500 },
    (_, index) => `The lake number ${index} is calm. 湖は静か${index}だ。`,
  );
  const text = written.join(" ");
  const spans = sentenceSpans(text);
  expect(spans).toHaveLength(1_000);
  expect(spans.map(({ start, end }) => text.slice(start, end)).join(" ")).toBe(text);
});
