import { expect, test } from "vitest";
import { ENDPOINTS } from "#lib/http/endpoints.ts";
import { holdAll } from "./hold.ts";
import { checkingWork, drain, holdInTurns, inTurns } from "./turns.ts";

const WORDS = Array.from({ length: 100 }, (_, index) => `${"word".repeat(40)}-${index}`);
/** Promises that are long themselves: the shortest text takes as long as a long one. */
const LONG_CHECKS = Array.from({ length: 60 }, (_, index) => ({
  id: `c-${index}`,
  constraint: { kind: "include" as const, words: WORDS, mode: "all" as const },
}));
const LINES = [{ id: "lines", constraint: { kind: "lines" as const, op: "exactly" as const, n: 1 } }];

test("[R41] what is held in turns is what is held at once, in its order", async () => {
  const jobs = [
    { checks: LONG_CHECKS, text: "a" },
    { checks: LINES, text: "one\ntwo" },
    { checks: LONG_CHECKS, text: "word ".repeat(9_000) },
    { checks: [], text: "x" },
  ];
  const atOnce = jobs.map(({ checks, text }) => holdAll(checks, text));
  expect(drain(holdInTurns(jobs))).toEqual(atOnce);
  expect(await inTurns(holdInTurns(jobs))).toEqual(atOnce);
});

test("[R41] short texts under long promises give way to others too", () => {
  const turns = holdInTurns(Array.from({ length: 5 }, () => ({ checks: LONG_CHECKS, text: "a" })));
  let given = 0;
  while (!turns.next().done) given += 1;
  expect(given).toBeGreaterThan(15);
  const short = holdInTurns(Array.from({ length: 5_000 }, () => ({ checks: LINES, text: "" })));
  given = 0;
  while (!short.next().done) given += 1;
  expect(given).toBeGreaterThan(3);
});

test("[R41] work counts what is read of the texts and of the promises", () => {
  expect(checkingWork(LINES, [1_000, 1_000])).toBeGreaterThan(2_000);
  expect(checkingWork(LINES, [1_000, 1_000])).toBeLessThan(3_000);
  expect(checkingWork(LONG_CHECKS, [1, 1])).toBeGreaterThan(2_000_000);
  expect(checkingWork([], [5])).toBe(0);
});

test("[R41] a request with more work than a second is refused, whichever side brings it", () => {
  const { body } = ENDPOINTS.checks;
  expect(body?.safeParse({ texts: ["a"], checks: LONG_CHECKS }).success).toBe(true);
  expect(body?.safeParse({ texts: Array(100).fill("a"), checks: LONG_CHECKS }).success).toBe(false);
  expect(body?.safeParse({ texts: Array(11).fill("a".repeat(1_000_000)), checks: LINES }).success).toBe(
    false,
  );
});
