import { expect, test } from "vitest";
import { answerRuleWords, chooseAnswerRule } from "./answer-rule.ts";
import { restore } from "./restore.ts";

test.each([
  [
    "a tag most of them write",
    ["<answer>7</answer>", "So <Answer>7</Answer>", "4"],
    { kind: "tag", tag: "answer" },
  ],
  [
    "a label most of them write",
    ["1 + 1\nAnswer: 2", "**Final answer:** 2", "two"],
    { kind: "label", label: "Answer" },
  ],
  ["short answers", ["7", "4", " 7 "], { kind: "whole" }],
  ["one is enough to look at", ["S2-LOST"], { kind: "whole" }],
])("[LS14] %s: the rule is chosen from the texts", (_, texts, rule) => {
  expect(chooseAnswerRule(texts)).toEqual(rule);
});

test.each([
  [
    "prose",
    ["A golden light first kisses the water,\nand more.", "Another poem that is longer than a word or two."],
  ],
  ["one long among short ones", ["7", "It is seven, because nothing else divides the rest of the packs."]],
  ["nothing", ["", " "]],
  ["a tag that only one of three writes", ["<answer>7</answer>", "a\nb", "c\nd"]],
])("[LS14] %s has no majority to look for", (_, texts) => {
  expect(chooseAnswerRule(texts)).toBeNull();
});

test("[LS14] the rule that a comparison asks for is part of the document, and a broken one is dropped", () => {
  const asked = { settings: { samples: 5, answer: { kind: "label", label: "Result" } } };
  expect(restore(asked).settings.answer).toEqual({ kind: "label", label: "Result" });
  expect(restore({ settings: { answer: { kind: "guess" } } }).settings).toEqual({ samples: 1 });
});

test("every rule has words", () => {
  expect(answerRuleWords({ kind: "tag", tag: "answer" })).toBe("what stands in <answer>");
  expect(answerRuleWords({ kind: "label", label: "Result" })).toBe("what follows “Result”");
  expect((["last-number", "last-line", "whole"] as const).map((kind) => answerRuleWords({ kind }))).toEqual([
    "the last number",
    "the last line",
    "the whole answer",
  ]);
});
