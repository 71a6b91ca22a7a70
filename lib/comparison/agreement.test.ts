import { expect, test } from "vitest";
import { agreement, readAnswer } from "./agreement.ts";
import type { AnswerRule } from "./answer-rule.ts";

const LABEL: AnswerRule = { kind: "label", label: "Answer" };

test.each<[AnswerRule, string, string | null]>([
  [LABEL, "Because …\nAnswer: 42", "42"],
  [LABEL, "**Answer:** 42 apples\n", "42 apples"],
  [LABEL, "answer - yes", "yes"],
  [LABEL, "My first answer: 3. No, wait.\nThe answer: 4", "4"],
  [LABEL, "No label here", null],
  [LABEL, "Answer: 7\nI hope the answer helps!", "7"],
  [LABEL, "**Final answer**: 7\nLet me know if this answer is clear.", "7"],
  [LABEL, "## Answer:\n\n7", "7"],
  [{ kind: "label", label: "Final verdict:" }, "Final verdict: guilty", "guilty"],
  [{ kind: "last-number" }, "Gesamt: 310,39", "310,39"],
  [{ kind: "last-number" }, "3-5", "5"],
  [{ kind: "last-number" }, "It is -5", "-5"],
  [{ kind: "label", label: " " }, "Answer: 1", null],
  [{ kind: "last-number" }, "3 boxes of 12 make 36.", "36"],
  [{ kind: "last-number" }, "That is 1,234.50 euros", "1,234.50"],
  [{ kind: "last-number" }, "−7 degrees", "−7"],
  [{ kind: "last-number" }, "none", null],
  [{ kind: "last-line" }, "one\r\ntwo\r\n\r\n", "two"],
  [{ kind: "last-line" }, "  \n ", null],
  [{ kind: "whole" }, "  yes \n", "yes"],
  [{ kind: "whole" }, "", null],
  [{ kind: "tag", tag: "answer" }, "<answer>4</answer>, no: <ANSWER> 7 </ANSWER>.", "7"],
  [{ kind: "tag", tag: "answer" }, "<answer>7", null],
  [{ kind: "tag", tag: "answer" }, "7</answer>", null],
  [{ kind: "tag", tag: "answer" }, "<answer> </answer>", null],
])("%j reads %j as %j", (rule, text, expected) => {
  expect(readAnswer(text, rule)).toBe(expected);
});

test("the majority is what more samples say than anything else, whatever its capitals and marks", () => {
  const found = agreement(["Answer: Yes.", "Answer: **yes**", "Answer: no", "…"], LABEL);
  expect(found.majority).toEqual({ answer: "Yes.", count: 2 });
  expect(found.answers).toHaveLength(2);
  expect(found).toMatchObject({ read: 3, unread: 1 });
});

test("numbers are the same whatever their thousands sign and empty decimals", () => {
  const rule: AnswerRule = { kind: "last-number" };
  expect(agreement(["1,200", "so 1200", "= 1200.0", "€1 200."], rule).majority).toMatchObject({ count: 4 });
  expect(agreement(["12", "1.2"], rule).majority).toBeNull();
  expect(agreement(["1,5", "1.50", "15"], rule).majority).toEqual({ answer: "1,5", count: 2 });
  expect(agreement(["1, 2, 3", "12, 3", "1 23"], { kind: "whole" }).majority).toBeNull();
});

test("a tie has no majority, and nothing has none either", () => {
  expect(agreement(["a", "b"], { kind: "whole" }).majority).toBeNull();
  expect(agreement([], { kind: "whole" })).toEqual({ answers: [], majority: null, read: 0, unread: 0 });
});
