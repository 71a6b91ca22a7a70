import { expect, test } from "vitest";
import { type Improvement, outcomeSchema } from "#lib/improving/improvement.ts";
import { estimateWords, outcomeWords, spentWords, unansweredWords, warningsOf } from "./improve-words.ts";

const answer: Improvement = {
  model: { provider: "openai", model: "gpt-4.1-mini" },
  promptVersion: "improve-1",
  shape: "schema",
  outcome: "proposal",
  proposals: [],
  leftOut: [],
  lostVariables: [],
  otherLanguage: null,
  reply: "",
  problem: null,
  usage: { inputTokens: 1_500, outputTokens: 300, estimated: false },
  costUsd: 0.0011,
};

test("[IP12] every ending has words of its own", () => {
  const titles = outcomeSchema.options.map((outcome) => outcomeWords({ ...answer, outcome })?.title);
  expect(titles[0]).toBeUndefined();
  expect(new Set(titles).size).toBe(outcomeSchema.options.length);
  const failed = outcomeWords({
    ...answer,
    outcome: "failed",
    problem: { code: "wrong-key", message: "No." },
  });
  expect(failed?.text).toBe("No.");
});

test("[IP19] every number has its unit, and an unknown price is called so", () => {
  expect(estimateWords({ calls: 1, tokens: 1_900, cost: { kind: "about", usd: 0.0012 } })).toBe(
    "1 call · ≈ 1,900 tokens · ≈ $0.0012",
  );
  expect(estimateWords({ calls: 1, tokens: 10, cost: { kind: "unknown" } })).toContain("price unknown");
  expect(spentWords(answer)).toBe("gpt-4.1-mini (improve-1): 1,800 tokens, $0.0011");
  expect(spentWords({ ...answer, costUsd: null, usage: { ...answer.usage, estimated: true } })).toBe(
    "gpt-4.1-mini (improve-1): about 1,800 tokens, price unknown",
  );
});

test("[IP12] not asked is said only where the server refused before it asked", () => {
  for (const code of ["no-key", "prompt-empty", "too-many-improvements", "idempotency-mismatch"]) {
    expect(unansweredWords(code)).toBe("The model was not asked.");
  }
  for (const code of [undefined, "internal", "shutting-down", "a-proxy"]) {
    expect(unansweredWords(code)).toBe("No answer arrived; the model may have been asked.");
  }
});

test("[IP13] lost variables and another language are said", () => {
  expect(warningsOf(answer)).toEqual([]);
  expect(
    warningsOf({
      ...answer,
      lostVariables: ["notes", "reader"],
      otherLanguage: { prompt: "German", proposal: "English" },
    }),
  ).toEqual([
    "The proposed task leaves out {{notes}}, {{reader}}, which the Before prompt has.",
    "The proposal is in English; the Before prompt is in German.",
  ]);
});
