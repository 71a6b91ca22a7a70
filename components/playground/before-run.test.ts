import { describe, expect, test } from "vitest";
import { type Comparison, comparisonSchema } from "#lib/comparison/schema.ts";
import { problemsBeforeRun } from "./before-run.ts";
import { engine } from "./engine-core.ts";
import type { Listing } from "./state.ts";

const model = { provider: "openai", model: "small" };

function comparisonOf(before: string, after: string, values: Record<string, string> = {}): Comparison {
  return comparisonSchema.parse({
    version: 1,
    variants: [
      { id: "before", prompt: { kind: "text", text: before }, model },
      { id: "after", prompt: { kind: "parts", task: after }, model },
    ],
    cases: [{ id: "1", values }],
  });
}

function listingOf(change: { configured?: boolean; contextWindow?: number } = {}): Listing {
  const { configured = true, contextWindow } = change;
  const capabilities = { params: [], reasoning: false };
  return {
    state: "read",
    providers: [
      {
        id: "openai",
        label: "OpenAI",
        configured,
        source: configured ? "own" : "none",
        models: [{ id: "small", label: "small", contextWindow, capabilities }],
      },
    ],
  };
}

const problems = (comparison: Comparison, listing: Listing = listingOf()) =>
  problemsBeforeRun(comparison, listing, engine);

describe("problemsBeforeRun", () => {
  test("two good prompts have none", () => {
    expect(problems(comparisonOf("Write a line.", "Write a better line."))).toEqual({});
  });

  test("an empty prompt is said at its side", () => {
    expect(Object.keys(problems(comparisonOf("  ", "Write.")))).toEqual(["variants.0.prompt"]);
    expect(problems(comparisonOf("Write.", ""))["variants.1.prompt"]).toMatch(/After prompt is empty/);
  });

  test("an unfilled variable is said at its value, once for both sides", () => {
    const found = problems(
      comparisonOf("About {{place}}.", "About {{place}} and {{time}}.", { time: "noon" }),
    );
    expect(found).toEqual({ "cases.0.values.place": expect.stringContaining("{{place}}") });
  });

  test("an unfilled variable of a check is said at its value, once; one that is switched off or that people decide needs none", () => {
    const ending = { id: "ends", constraint: { kind: "ends-with", text: "{{place}} {{answer}}" } };
    const pattern = { id: "pattern", constraint: { kind: "regex", pattern: "{{answer}}" } };
    const judged = { id: "judged", constraint: { kind: "other", text: "Is it like {{output}}?" } };
    const checked = (values: Record<string, string>, settings = {}) =>
      problems(
        comparisonSchema.parse({
          ...comparisonOf("About {{place}}.", "About {{place}}.", values),
          checks: [ending, pattern, judged],
          settings,
        }),
      );
    expect(checked({})).toEqual({
      "cases.0.values.place": "{{place}} has no value yet. Fill it in, then run.",
      "cases.0.values.answer": "{{answer}} has no value yet. Fill it in, then run.",
    });
    expect(checked({ place: "here", answer: "yes" })).toEqual({});
    expect(checked({ place: "here" }, { off: ["ends", "pattern"] })).toEqual({});
  });

  test("a 300 KB prompt over the model's window is said with both numbers; an unknown window says nothing", () => {
    const long = comparisonOf("word ".repeat(60_000), "Write.");
    const said = problems(long, listingOf({ contextWindow: 32_768 }))["variants.0.prompt"];
    expect(said).toMatch(/75,000 tokens/);
    expect(said).toMatch(/32,768/);
    expect(problems(long)).toEqual({});
  });

  test("a provider without a key is said at the model", () => {
    const found = problems(comparisonOf("a", "b"), listingOf({ configured: false }));
    expect(found["variants.0.model"]).toMatch(/OpenAI needs a key/);
  });
});
