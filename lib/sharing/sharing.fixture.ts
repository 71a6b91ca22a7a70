import { type Comparison, comparisonSchema } from "#lib/comparison/schema.ts";

const MODEL = { provider: "openai", model: "gpt-test" };

/** The poem pair, with a contract of two promises. */
export function aComparison(changes: Record<string, unknown> = {}): Comparison {
  return comparisonSchema.parse({
    version: 1,
    title: "A poem",
    variants: [
      { id: "before", prompt: { kind: "text", text: "Generate a poem about nature." }, model: MODEL },
      {
        id: "after",
        prompt: {
          kind: "parts",
          task: "Write a poem about the sunrise.",
          constraints: [{ kind: "lines", op: "exactly", n: 2 }],
          opening: "A golden light",
        },
        model: MODEL,
        params: { maxTokens: 400 },
      },
    ],
    ...changes,
  });
}

/** An answer as a run holds it, with all that must stay behind. */
export function anAnswer(changes: Record<string, unknown> = {}) {
  return {
    variant: "after",
    case: "1",
    sample: 0,
    text: "A golden light\nfalls.",
    thinking: "THINKING-STAYS-HERE",
    ending: "complete" as const,
    usage: { inputTokens: 7, outputTokens: 5, cachedInputTokens: 2, estimated: false },
    timing: { firstTokenMs: 10, totalMs: 20 },
    costUsd: 0.125,
    kept: false as const,
    ...changes,
  };
}
