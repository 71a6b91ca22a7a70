import { expect, test } from "vitest";
import { checkedPromptSchema } from "./checked-prompt.ts";
import { figuresOf, judgeResponse } from "./evaluate.ts";
import type { IfevalPrompt } from "./instruction.ts";
import { readLines } from "./read-lines.ts";
import { responseVariants } from "./variants.ts";

const PROMPT: IfevalPrompt = {
  key: 7,
  prompt: "Write.",
  instruction_id_list: ["punctuation:no_comma", "startend:quotation", "keywords:existence"],
  kwargs: [{}, {}, { keywords: ["lake"] }],
};
const line = (changes: object = {}) => JSON.stringify({ ...PROMPT, ...changes });

test("the verdicts stand in the order of the instructions", () => {
  for (const compatible of [false, true])
    expect(judgeResponse(PROMPT, 'Sure, here:\n"The lake"', compatible)).toEqual({
      key: 7,
      strict: [false, false, true],
      loose: [true, true, true],
    });
});

test("a prompt counts when all of its instructions are followed, an instruction by itself", () => {
  const verdicts = [
    { key: 1, strict: [true, true], loose: [true, true] },
    { key: 2, strict: [true, false], loose: [true, true] },
    { key: 3, strict: [false], loose: [false] },
  ];
  expect(figuresOf(verdicts)).toEqual({
    strictPrompt: 1 / 3,
    strictInstruction: 3 / 5,
    loosePrompt: 2 / 3,
    looseInstruction: 4 / 5,
  });
  expect(figuresOf([]).strictPrompt).toBe(0);
});

test("the loose reading drops the first line, the last, both, and asterisks", () => {
  expect(responseVariants("a*\nb\n*c")).toEqual([
    "a*\nb\n*c",
    "b\n*c",
    "a*\nb",
    "b",
    "a\nb\nc",
    "b\nc",
    "a\nb",
  ]);
  expect(responseVariants("one")).toEqual(["one"]);
  expect(responseVariants("***\n \n")).toEqual(["***\n \n", "***"]);
});

test.each([
  ["not JSON", "{", "line 2: this is not JSON"],
  [
    "an unknown instruction",
    line({ instruction_id_list: ["a:b", "a:c", "a:d"] }),
    /^line 2: instruction_id_list: 0: /,
  ],
  ["too few arguments", line({ kwargs: [{}] }), "line 2: as many kwargs as instructions"],
  [
    "an argument that is missing",
    line({ kwargs: [{}, {}, {}] }),
    "line 2: kwargs: 2: keywords:existence: the argument keywords is missing",
  ],
  [
    "a language that cannot be told",
    line({ instruction_id_list: ["language:response_language"], kwargs: [{ language: "tlh" }] }),
    /^line 2: kwargs: 0: language:response_language: code: /,
  ],
])("%s is said with the number of its line", (_, bad, message) => {
  expect(() => readLines(`${line()}\n${bad}\n`, checkedPromptSchema)).toThrow(message);
});

test("a byte order mark, Windows line ends and blank lines are no trouble", () => {
  expect(readLines(`\uFEFF${line()}\r\n\r\n${line({ key: "b" })}`, checkedPromptSchema)).toHaveLength(2);
});
