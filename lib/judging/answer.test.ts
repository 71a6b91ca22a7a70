import fc from "fast-check";
import { expect, test } from "vitest";
import { readPairAnswer, readRubricAnswer } from "./answer.ts";

test.each<[string, string]>([
  ['{"reason":"r","quote":"q","winner":"1"}', "first"],
  ['```json\n{"reason":"r","quote":"q","winner":"2"}\n```', "second"],
  ['I looked at both.\n{"winner": 2, "quote": "q", "reason": "r"} That is all.', "second"],
  ['{"winner":"TIE"}', "tie"],
  ['{"winner":"Text 1","quote":"a \\"brace\\" } in it"}', "first"],
  ['{"winner":"1"} and again {"winner":"first"}', "first"],
  ['{"notes":{"length":3}} {"winner":"2"}', "second"],
])("[JD9] %j names the %s", (text, winner) => {
  expect(readPairAnswer(text)?.winner).toBe(winner);
});

test.each([
  "",
  "The first one.",
  "{}",
  '{"winner":"3"}',
  '{"winner":null}',
  '{"winner":["1"]}',
  '{"winner":"1"',
  '{"winner":"1"}{"winner":"2"}',
  '{"winner":"1"} no, {"winner":"tie"}',
  "{".repeat(20_000),
  `${" ".repeat(60_000)}{"winner":"1"}`,
])("[JD3][JD9] %.60j is no verdict", (text) => {
  expect(readPairAnswer(text)).toBeNull();
});

test("[JD9] a missing quote or reason is read as empty, a long reason is cut", () => {
  expect(readPairAnswer('{"winner":"tie","quote":null}')).toEqual({ winner: "tie", quote: "", reason: "" });
  expect(readPairAnswer(JSON.stringify({ winner: "1", reason: "x".repeat(5_000) }))?.reason).toHaveLength(
    300,
  );
});

test("[JD9] rubric answers come by number; an item answered both ways, or unreadable, is left out", () => {
  const answers = readRubricAnswer(
    JSON.stringify({
      items: [
        { item: 1, quote: "q", answer: "Yes", reason: "" },
        { item: "2", quote: "q", answer: false },
        { item: 3, quote: "q", answer: "yes" },
        { item: 3, quote: "q", answer: "no" },
        { item: 4, quote: "q", answer: "perhaps" },
        "noise",
      ],
    }),
  );
  expect([...answers].map(([item, { answer }]) => [item, answer])).toEqual([
    [1, "yes"],
    [2, "no"],
  ]);
  expect(readRubricAnswer('[{"item":1,"quote":"q","answer":"no"}]').get(1)?.answer).toBe("no");
  expect(readRubricAnswer("no JSON").size).toBe(0);
});

test("[JD3] no text at all breaks the reading", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.json(), fc.string({ unit: fc.constantFrom(...'{}[]",:\\1') })),
      (text) => {
        readPairAnswer(text);
        readRubricAnswer(text);
      },
    ),
  );
});
