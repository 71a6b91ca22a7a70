import { expect, test } from "vitest";
import { isContractChanged, promisedChecks } from "./promised-checks.ts";
import type { Check } from "./schema.ts";

const LINES: Check = { id: "lines", hard: true, constraint: { kind: "lines", op: "exactly", n: 4 } };
const WORDS: Check = { id: "words", hard: true, constraint: { kind: "words", op: "at-most", n: 60 } };
const CALM: Check = { id: "calm", hard: true, constraint: { kind: "other", text: "calm" } };
const promised = promisedChecks([LINES, WORDS]);

test.each<[string, readonly (Check & { off?: boolean })[]]>([
  [
    "one is added",
    [LINES, WORDS, { ...LINES, id: "more", constraint: { kind: "lines", op: "at-most", n: 9 } }],
  ],
  ["one is deleted", [LINES]],
  ["one asks for less", [LINES, { ...WORDS, constraint: { kind: "words", op: "at-most", n: 600 } }]],
  ["one does not count any more", [LINES, { ...WORDS, hard: false }]],
  ["one is switched off", [LINES, { ...WORDS, off: true }]],
])("[VD21] the contract is another one after the answers when %s", (_, checks) => {
  expect(isContractChanged(promised, checks)).toBe(true);
});

test("[VD21] names, order and what no rule can decide make no difference; neither does a change taken back", () => {
  const renamed = { ...WORDS, id: "short", label: "short enough" };
  expect(isContractChanged(promised, [renamed, LINES, CALM])).toBe(false);
  expect(
    isContractChanged(promised, [LINES, { ...WORDS, constraint: { n: 60, op: "at-most", kind: "words" } }]),
  ).toBe(false);
  expect(isContractChanged(undefined, [])).toBe(false);
});
