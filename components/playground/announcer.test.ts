import { describe, expect, test } from "vitest";
import type { SampleResult } from "#lib/runs/events.ts";
import { createLedger } from "#lib/runs/ledger.ts";
import { createAnnouncer } from "./announcer.ts";

const SIDES = [
  { variant: "before", label: "Before" },
  { variant: "after", label: "After" },
];
const before = { variant: "before", case: "1", sample: 0 };
const after = { variant: "after", case: "1", sample: 0 };

const ended = (key: typeof before, change: Partial<SampleResult> = {}): SampleResult => ({
  ...key,
  text: "four words are here",
  ending: "complete",
  usage: { inputTokens: 5, outputTokens: 4, estimated: false },
  timing: { firstTokenMs: 1, totalMs: 2 },
  costUsd: 0.0013,
  checks: [],
  ...change,
});

describe("createAnnouncer", () => {
  test("[R61] 2,000 tokens over 25 s on two panes: started, at most every 10 s, finished; nothing per token", () => {
    const ledger = createLedger([before, after]);
    const announce = createAnnouncer(SIDES);
    const said: string[] = [];
    const listen = (nowMs: number) => {
      const news = announce(ledger.view(), nowMs);
      if (news !== "") said.push(news);
    };
    listen(0);
    for (const key of [before, after]) ledger.apply({ type: "sample-start", data: { ...key, attempt: 1 } });
    for (let token = 0; token < 2_000; token += 1) {
      ledger.apply({ type: "text-delta", data: { ...before, text: "word " } });
      ledger.apply({ type: "text-delta", data: { ...after, text: "word " } });
      listen(token * 12.5);
    }
    ledger.apply({ type: "sample-end", data: ended(before) });
    ledger.apply({ type: "sample-end", data: ended(after, { ending: "refusal", costUsd: null }) });
    listen(25_000);
    expect(said).toEqual([
      "Before: started. After: started.",
      "Before: still writing. After: still writing.",
      "Before: still writing. After: still writing.",
      "Before: finished, 4 words, $0.0013. After: finished, 4 words, price unknown, declined.",
    ]);
  });

  test("[R61] a failed sample is told with the end of its side", () => {
    const ledger = createLedger([before, { ...before, sample: 1 }]);
    const announce = createAnnouncer(SIDES);
    ledger.apply({ type: "sample-end", data: ended(before) });
    ledger.apply({ type: "sample-error", data: { ...before, sample: 1, code: "stalled", message: "x" } });
    expect(announce(ledger.view(), 0)).toBe("Before: finished, 1 answer, 4 words, $0.0013, 1 failed.");
    expect(announce(ledger.view(), 60_000)).toBe("");
  });
});
