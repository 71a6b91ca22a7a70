import { expect, test } from "vitest";
import { cardOf, drawable } from "./card.ts";
import { freeze } from "./freeze.ts";
import { aComparison, anAnswer } from "./sharing.fixture.ts";
import { readSnapshot } from "./snapshot-reading.ts";

test("[SL12] a card has the two first lines, the verdict's first sentence and says when no model answered", async () => {
  const samples = [
    anAnswer({ variant: "before", text: "One line.", origin: "bundled" }),
    anAnswer({ origin: "bundled" }),
  ];
  const card = cardOf(freeze(aComparison(), { startedAtMs: 0, source: "recorded", samples }));
  expect(card).toMatchObject({
    title: "A poem",
    before: "Generate a poem about nature.",
    label: "Bundled answers",
  });
  expect(card.after).not.toBe("");
  expect(card.verdict).not.toBe("");
  expect(cardOf({ version: 1, comparison: aComparison(), run: null })).toMatchObject({
    verdict: "",
    label: "",
  });
});

test("[SL12] a card is made of the reading that the page has already, and says the same", () => {
  const samples = [anAnswer({ variant: "before" }), anAnswer()];
  const snapshot = freeze(aComparison(), { startedAtMs: 0, source: "recorded", samples });
  const reading = readSnapshot(snapshot);
  expect(cardOf(snapshot, reading)).toEqual(cardOf(snapshot));
  expect(cardOf(snapshot, { ...reading, title: "Read before" }).title).toBe("Read before");
});

test.each([
  ["A poem", "A poem"],
  ["Čapek’s “robots” – 5 € …", "Čapek’s “robots” – 5 € …"],
  ["日本語の詩", "instead"],
  ["Poem 🌅 about dawn", "Poem about dawn"],
  ["a\u0000b\nc", "ab c"],
  ["e\u0301te\u0301", "été"],
  ["x".repeat(50), `${"x".repeat(39)}…`],
])("[SL12] %j is drawn as %j", (text, drawn) => {
  expect(drawable(text, 40, "instead")).toBe(drawn);
});
