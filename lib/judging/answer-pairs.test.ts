import { expect, test } from "vitest";
import { restore } from "#lib/comparison/restore.ts";
import { answerPairs } from "./answer-pairs.ts";

const { variants, cases } = restore({
  variants: [
    { id: "one", prompt: { kind: "text", text: "a" } },
    { id: "two", prompt: { kind: "text", text: "b" } },
  ],
});
const document = { variants, cases };

type Cell = Parameters<typeof answerPairs>[1] extends Iterable<infer Each> ? Each : never;
const cell = (variant: string, sample: number, text: string, rest: Partial<Cell> = {}): Cell => ({
  variant,
  case: "1",
  sample,
  phase: "ended",
  text,
  result: { ending: "complete" },
  ...rest,
});

test("[BV1] the i-th answers stand beside each other; what is no complete answer is left out and counted", () => {
  const { pairs, leftOut, demonstration } = answerPairs(document, [
    cell("two", 0, "b0"),
    cell("one", 0, "a0"),
    cell("one", 1, "a1"),
    cell("two", 1, "b1", { result: { ending: "length" } }),
    cell("one", 2, "same"),
    cell("two", 2, "same"),
    cell("one", 3, "a3"),
    cell("two", 3, "b3", { phase: "writing", result: null }),
    cell("one", 4, "a4", { phase: "failed", result: null }),
    cell("two", 4, "b4"),
    cell("one", 5, "a5"),
    cell("two", 5, " \n"),
  ]);
  expect(pairs.map(({ sample, a, b, identical }) => [sample, a, b, identical])).toEqual([
    [0, "a0", "b0", false],
    [2, "same", "same", true],
  ]);
  expect(leftOut).toBe(3);
  expect(demonstration).toBe(false);
});

test("[BV10] one bundled answer makes it practice", () => {
  const { demonstration } = answerPairs(document, [
    cell("one", 0, "a", { result: { ending: "complete", origin: "bundled" } }),
    cell("two", 0, "b"),
  ]);
  expect(demonstration).toBe(true);
});

test("[BV8] an id follows from the texts and their place, and can be sent to the judge", () => {
  const idsOf = (samples: Cell[]) => answerPairs(document, samples).pairs.map(({ id }) => id);
  const two = [cell("one", 0, "a"), cell("two", 0, "b"), cell("one", 1, "a"), cell("two", 1, "b")];
  const [first, second] = idsOf(two);
  expect(first).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
  expect(second).not.toBe(first);
  expect(idsOf(two.toReversed())).toEqual([first, second]);
  expect(idsOf([cell("one", 0, "ab"), cell("two", 0, "")])).toEqual([]);
  expect(idsOf([cell("one", 0, "a"), cell("two", 0, "b!")])).not.toContain(first);
});
