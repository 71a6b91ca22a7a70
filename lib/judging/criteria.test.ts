import { expect, test } from "vitest";
import { allChecks } from "#lib/comparison/derive.ts";
import { restore } from "#lib/comparison/restore.ts";
import { softCriteria } from "./criteria.ts";
import { judgeRequestSchema } from "./request.ts";

const comparison = restore({
  variants: [
    { id: "before", prompt: { kind: "text", text: "a" } },
    {
      id: "after",
      prompt: {
        kind: "parts",
        task: "Write a poem.",
        tone: ["joyful", "healing"],
        closing: "the feeling of hope",
        constraints: [
          { kind: "lines", op: "exactly", n: 4 },
          { kind: "other", text: "Names\n no bird." },
        ],
      },
    },
  ],
});

test("[JP1] overall, then every promise that is free text, each as something that can be true of a text", () => {
  const criteria = softCriteria(allChecks(comparison));
  expect(criteria.map(({ text, rubric }) => [text, rubric])).toEqual([
    ["It is the better text overall: what a demanding reader would rather have.", false],
    ["Names no bird.", true],
    ["It ends with the feeling of hope.", true],
    ["The tone is joyful, healing.", true],
  ]);
  expect(criteria.map(({ id }) => id)).toEqual(["overall", "other", "closing", "tone"]);
});

test("[JP1] what is made is what the judge takes: ids of their own, at most 20, not too long", () => {
  const checks = Array.from({ length: 40 }, (_, index) => ({
    id: index === 0 ? "overall" : `c${index}`,
    constraint: { kind: "other" as const, text: "x".repeat(5_000) },
  }));
  const criteria = softCriteria(checks);
  expect(criteria).toHaveLength(20);
  expect(new Set(criteria.map(({ id }) => id)).size).toBe(20);
  const parsed = judgeRequestSchema.safeParse({
    judge: { provider: "openai", model: "m" },
    mode: "rubric",
    criteria: criteria.map(({ id, text }) => ({ id, text })),
    pairs: [{ id: "1", a: "a", b: "b" }],
  });
  expect(parsed.success).toBe(true);
});
