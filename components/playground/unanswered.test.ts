import { expect, test } from "vitest";
import { createLedger } from "#lib/runs/ledger.ts";
import { unanswered } from "./unanswered.ts";

const cell = (sample: number) => ({ variant: "after", case: "1", sample });
const end = (sample: number, ending: "complete" | "refusal" | "stopped" | "interrupted") => ({
  type: "sample-end" as const,
  data: {
    ...cell(sample),
    text: "x",
    ending,
    usage: { inputTokens: 1, outputTokens: 1, estimated: true },
    timing: { firstTokenMs: 1, totalMs: 1 },
    costUsd: 0,
    checks: [],
  },
});

test("[RS19] what was never begun, stopped or broke off has no answer; whatever the model ended has", () => {
  const ledger = createLedger([0, 1, 2, 3, 4].map(cell));
  ledger.apply(end(0, "complete"));
  ledger.apply(end(1, "refusal"));
  ledger.apply(end(2, "stopped"));
  ledger.apply(end(3, "interrupted"));
  expect(unanswered(ledger.view()).map(({ sample }) => sample)).toEqual([2, 3, 4]);
});
