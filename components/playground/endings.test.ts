import { expect, test } from "vitest";
import { holdAll } from "#lib/checks/hold.ts";
import type { Check } from "#lib/comparison/schema.ts";
import { verdictInput } from "#lib/comparison/verdict-input.ts";
import { partsPromptSchema } from "#lib/prompt/schema.ts";
import type { Ending } from "#lib/providers/types.ts";
import type { SampleView } from "#lib/runs/ledger.ts";
import { standingOf } from "./endings.ts";

/** Which endings may be asked for again. */
const ENDINGS: Record<Ending, boolean> = {
  complete: false,
  length: false,
  refusal: false,
  filtered: false,
  tool: false,
  empty: false,
  cut: false,
  stopped: true,
  interrupted: true,
};

const RULE: Check = { id: "rule", hard: true, constraint: { kind: "lines", op: "exactly", n: 4 } };

function ended(ending: Ending): SampleView {
  const key = { variant: "after", case: "1", sample: 0 };
  const result = {
    ...key,
    text: "",
    ending,
    usage: { inputTokens: 1, outputTokens: 1, estimated: true },
    timing: { firstTokenMs: 1, totalMs: 1 },
    costUsd: 0,
    checks: holdAll([RULE], ""),
  };
  return { ...key, phase: "ended", attempt: 1, text: "", thinking: "", result, problem: null };
}

test.each(Object.entries(ENDINGS) as [Ending, boolean][])(
  "[VD2] an answer that ended with %s can be asked for again only where the verdict leaves it out",
  (ending, again) => {
    const sample = ended(ending);
    const model = { provider: "demo", model: "demo" };
    const prompt = partsPromptSchema.parse({ kind: "parts" });
    const variants = ["before", "after"].map((id) => ({ id, prompt, model, params: {} }));
    const { pairs } = verdictInput({
      comparison: { variants, cases: [] },
      checks: ["rule"],
      samples: [sample],
      over: true,
    });
    expect(standingOf(sample, "over").retry).toBe(again);
    expect(pairs[0]?.b).toBe(again ? "missing" : false);
  },
);

test.each(["refusal", "filtered", "tool", "empty"] as const)(
  "[VD2] %s is said to count, and the way on is more samples",
  (ending) => {
    expect(standingOf(ended(ending), "over").note).toMatch(/counts as .*[Mm]ore samples/);
  },
);
