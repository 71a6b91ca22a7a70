import { describe, expect, test } from "vitest";
import type { RunEvent, SampleResult } from "./events.ts";
import { cellId, createLedger } from "./ledger.ts";

const first = { variant: "before", case: "1", sample: 0 };
const second = { variant: "after", case: "1", sample: 0 };

function ended(text: string, costUsd: number | null = 0.001): SampleResult {
  return {
    ...first,
    text,
    ending: "complete",
    usage: { inputTokens: 5, outputTokens: 7, estimated: false },
    timing: { firstTokenMs: 10, totalMs: 90 },
    costUsd,
    checks: [],
  };
}

const runEnd = (status: "complete" | "stopped", costUsd: number | null): RunEvent => ({
  type: "run-end",
  data: { runId: "run_1", status, costUsd },
});

describe("createLedger", () => {
  test("deltas add up, the final text is the one that counts", () => {
    const ledger = createLedger([first, second]);
    ledger.apply({ type: "sample-start", data: { ...first, attempt: 1 } });
    ledger.apply({ type: "text-delta", data: { ...first, text: "Hel" } });
    ledger.apply({ type: "text-delta", data: { ...first, text: "lo" } });
    expect(ledger.view().samples.get(cellId(first))).toMatchObject({ phase: "writing", text: "Hello" });
    ledger.apply({ type: "sample-end", data: ended("Hello.") });
    expect(ledger.view()).toMatchObject({ done: 1, total: 2, status: "running", costUsd: 0.001 });
    expect(ledger.view().samples.get(cellId(first))).toMatchObject({ phase: "ended", text: "Hello." });
  });

  test("[R33] samples that did not change keep their identity from picture to picture", () => {
    const ledger = createLedger([first, second]);
    const before = ledger.view();
    ledger.apply({ type: "text-delta", data: { ...first, text: "a" } });
    const after = ledger.view();
    expect(after.samples.get(cellId(second))).toBe(before.samples.get(cellId(second)));
    expect(after.samples.get(cellId(first))).not.toBe(before.samples.get(cellId(first)));
    expect(before.samples.get(cellId(first))?.text).toBe("");
    expect(ledger.view()).toBe(after);
  });

  test("a second attempt starts from nothing", () => {
    const ledger = createLedger([first]);
    ledger.apply({ type: "text-delta", data: { ...first, text: "lost" } });
    ledger.apply({ type: "sample-start", data: { ...first, attempt: 2 } });
    expect(ledger.view().samples.get(cellId(first))).toMatchObject({ text: "", attempt: 2 });
  });

  test("[R35] a stopped run says which samples never began", () => {
    const ledger = createLedger([first, second]);
    ledger.apply({ type: "sample-start", data: { ...first, attempt: 1 } });
    ledger.apply({ type: "sample-end", data: { ...ended("Half"), ending: "stopped" } });
    ledger.apply(runEnd("stopped", 0.002));
    const { samples, status, costUsd } = ledger.view();
    expect([status, costUsd]).toEqual(["stopped", 0.002]);
    expect([...samples.values()].map(({ phase }) => phase)).toEqual(["ended", "unstarted"]);
  });

  test("a retried sample takes its own place and adds to the cost", () => {
    const ledger = createLedger([first, second]);
    ledger.apply({ type: "sample-end", data: ended("kept") });
    ledger.apply({
      type: "sample-error",
      data: { ...second, code: "stalled", message: "It stopped answering." },
    });
    ledger.apply(runEnd("complete", 0.003));
    const again = createLedger([second], ledger.view());
    expect(again.view().samples.get(cellId(second))).toMatchObject({ phase: "waiting", problem: null });
    again.apply({ type: "sample-end", data: { ...ended("new"), ...second } });
    again.apply(runEnd("complete", 0.001));
    expect([...again.view().samples.values()].map(({ text }) => text)).toEqual(["kept", "new"]);
    expect(again.view().costUsd).toBeCloseTo(0.004);
  });

  test("[R34] an unknown price stays unknown", () => {
    const ledger = createLedger([first]);
    ledger.apply({ type: "sample-end", data: ended("x", null) });
    expect(ledger.view().costUsd).toBeNull();
    ledger.apply(runEnd("complete", null));
    expect(ledger.view().costUsd).toBeNull();
  });
});
