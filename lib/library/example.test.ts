import { expect, test } from "vitest";
import { exampleOf } from "./example.ts";
import { loadLessons } from "./library.server.ts";

const TUNING = loadLessons().find(({ slug }) => slug === "tuning");
if (TUNING === undefined) throw new Error("no lesson on tuning");

test("an example is the pair, with the share of the contract that its first answers keep", () => {
  const { answers, answersLabel } = exampleOf(TUNING);
  expect(answers.map(({ label, side, kept, of }) => ({ label, side, kept, of }))).toEqual([
    { label: "Before: General, no context", side: 0, kept: 0, of: 3 },
    { label: "After: Grounded (as if tuned)", side: 1, kept: 3, of: 3 },
  ]);
  expect(answersLabel).toContain("No model was tuned");
});

test("or two other variants in a case of their own", () => {
  const { answers } = exampleOf(TUNING, { variants: ["tuned", "after"], case: "changed" });
  expect(answers.map(({ label, side, kept }) => ({ label, side, kept }))).toEqual([
    { label: "Short prompt (as if tuned)", side: null, kept: 2 },
    { label: "After: Grounded (as if tuned)", side: 1, kept: 3 },
  ]);
  expect(answers[1]?.text).toContain("60 days");
  expect(() => exampleOf(TUNING, { case: "no-such" })).toThrow('no answer of "before"');
});
