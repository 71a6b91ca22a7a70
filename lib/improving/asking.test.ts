import { expect, test } from "vitest";
import { improveParams } from "./answer-bound.ts";
import { estimateImprovement } from "./estimate.ts";
import { otherLanguage } from "./other-language.ts";
import { outcomeOf } from "./outcome.ts";

const prompt = { kind: "text" as const, text: "Generate a poem about nature." };
const priced = {
  id: "m",
  label: "m",
  capabilities: { params: [], reasoning: false },
  price: { inputUsdPerMillion: 1, outputUsdPerMillion: 4 },
};

test("[IP5] the answer is bounded where the model takes a bound, by more for a long prompt and a thinking model", () => {
  const plain = { provider: "openai", model: "gpt-4.1-mini" };
  expect(improveParams(plain, 400, {})).toEqual({ maxTokens: 2_150 });
  expect(improveParams(plain, 4_000, { temperature: 0.2 })).toEqual({ temperature: 0.2, maxTokens: 3_500 });
  expect(improveParams(plain, 400, { maxTokens: 50 })).toEqual({ maxTokens: 50 });
  expect(improveParams({ provider: "openai", model: "gpt-5-mini" }, 400, {})).toEqual({ maxTokens: 8_150 });
});

test("[IP19] the estimate has a price only where one is known, and never reads as free without one", () => {
  const priceless = { id: priced.id, label: priced.label, capabilities: priced.capabilities };
  expect(estimateImprovement({ prompt, model: priced, free: false })).toMatchObject({
    calls: 1,
    cost: { kind: "about" },
  });
  expect(estimateImprovement({ prompt, model: priceless, free: false }).cost).toEqual({ kind: "unknown" });
  expect(estimateImprovement({ prompt, model: undefined, free: true }).cost).toEqual({ kind: "free" });
  const thinking = { ...priced, capabilities: { params: [], reasoning: true } };
  const tokens = (model: typeof priced) => estimateImprovement({ prompt, model, free: false }).tokens;
  expect(tokens(thinking)).toBeGreaterThan(tokens(priced));
});

test.each([
  ["complete", "{}", "readable"],
  ["complete", " \n", "empty"],
  ["empty", "", "empty"],
  ["refusal", "I can't.", "refused"],
  ["filtered", "", "refused"],
  ["length", "{", "cut-off"],
  ["cut", "{", "cut-off"],
  ["tool", "", "unreadable"],
  ["interrupted", "{", "interrupted"],
  ["stopped", "{", "stopped"],
] as const)("[IP12] an answer that ended as %s (%j) is %s", (ending, text, outcome) => {
  expect(outcomeOf({ ending, text })).toBe(outcome);
});

test("[IP12] a call that failed is failed, whatever had come", () => {
  expect(outcomeOf({ text: "{", error: { code: "malformed" } })).toBe("failed");
});

const GERMAN = "Schreibe ein Gedicht über die Natur, in dem ein einziger Morgen am See beschrieben wird.";
const FRENCH =
  "Écris un poème sur la nature. Choisis un seul moment de la journée et restes-y jusqu’à la fin.";

test("[IP13] two languages are told apart only when both are plain", () => {
  const task = (value: string) => [{ part: "task" as const, value, reason: "" }];
  expect(otherLanguage(GERMAN, task(FRENCH))).toEqual({ prompt: "German", proposal: "French" });
  expect(otherLanguage(GERMAN, task(GERMAN))).toBeNull();
  expect(otherLanguage("Poème!", task(GERMAN))).toBeNull();
  expect(otherLanguage(GERMAN, [])).toBeNull();
});
