import type { FailedSample, NewArchivedRun, RunWork } from "#lib/runs/archive.ts";
import type { SampleResult } from "#lib/runs/events.ts";
import { type RunRequest, runRequestSchema } from "#lib/runs/request.ts";
import type { NewShelfEntry } from "#lib/sharing/shelf.ts";

const REQUEST: RunRequest = runRequestSchema.parse({
  variants: [
    {
      id: "before",
      prompt: { kind: "text", text: "Generate a poem about nature." },
      model: { provider: "demo", model: "demo" },
    },
  ],
  samples: 3,
});

export function aRun(changes: Partial<NewArchivedRun> = {}): NewArchivedRun {
  return {
    runId: "run_1",
    ownerId: "own_1",
    instance: "instance",
    title: "A poem",
    request: REQUEST,
    contentHash: "hash",
    total: 3,
    createdAtMs: 1_700_000_000_000,
    expiresAtMs: null,
    idempotency: null,
    ...changes,
  };
}

export function aResult(changes: Partial<SampleResult> = {}): SampleResult {
  return {
    variant: "before",
    case: "1",
    sample: 0,
    text: "Leaves fall.",
    ending: "complete",
    usage: { inputTokens: 7, outputTokens: 3, estimated: false },
    timing: { firstTokenMs: 12, totalMs: 34 },
    costUsd: 0.25,
    checks: [
      { id: "c", result: "pass", loose: "pass", found: "1", asked: "1", spans: [{ start: 0, end: 1 }] },
    ],
    ...changes,
  };
}

export function aFailure(changes: Partial<FailedSample> = {}): FailedSample {
  return {
    variant: "before",
    case: "1",
    sample: 0,
    code: "provider-overloaded",
    message: "The provider is overloaded.",
    text: "Lea",
    usage: { inputTokens: 7, outputTokens: 1, estimated: true },
    costUsd: 0.125,
    ...changes,
  };
}

export function aLink(changes: Partial<NewShelfEntry> = {}): NewShelfEntry {
  return {
    id: "cmp_1",
    ownerId: "own_1",
    title: "A poem",
    body: '{"version":1}',
    contentHash: "hash",
    manageHash: "manage",
    createdAtMs: 10,
    expiresAtMs: null,
    ...changes,
  };
}

/** Who writes into a run: the instance that `aRun` names, when no other is. */
export function work(runId: string, instance = aRun().instance): RunWork {
  return { runId, instance };
}
