import type { Completion, CompletionRequest, CompletionSink, Protocol } from "#lib/providers/types.ts";
import { createMemoryArchive, type MemoryArchive } from "./archive.fixture.ts";
import type { SampleKey } from "./events.ts";
import { createHub } from "./hub.server.ts";
import type { PreparedRun } from "./job.server.ts";
import { cellsOf } from "./order.ts";
import { type RunRequest, runRequestSchema } from "./request.ts";
import type { PlannedSample } from "./sample.server.ts";
import type { Idempotency, RunOwner } from "./submissions.server.ts";

/** One call as the provider sees it; the test decides when each thing happens. */
export interface HeldCall {
  request: CompletionRequest;
  sink: CompletionSink;
  finish(completion?: Partial<Completion>): void;
  fail(error: unknown): void;
}

/** A protocol whose calls are held until the test lets them go. An abort ends a call as a real one does. */
function heldProtocol(): { protocol: Protocol; calls: HeldCall[] } {
  const calls: HeldCall[] = [];
  const protocol: Protocol = {
    id: "openai-chat",
    listModels: async () => [],
    complete: (_connection, request, sink) =>
      new Promise((resolve, reject) => {
        request.signal.addEventListener("abort", () => resolve({ ending: "stopped", usage: null }));
        calls.push({
          request,
          sink,
          finish: (completion) => resolve({ ending: "complete", usage: null, ...completion }),
          fail: reject,
        });
      }),
  };
  return { protocol, calls };
}

function planned(protocol: Protocol, sample: number): PlannedSample {
  return {
    key: { variant: sample % 2 === 0 ? "before" : "after", case: "1", sample },
    protocol,
    connection: { baseUrl: "https://provider.example/v1", apiKey: "sk-test", allowedHosts: [] },
    keyId: "k",
    model: "m",
    messages: [{ role: "user", content: "Generate a poem about nature." }],
    params: {},
    clocks: { headersMs: 1_000, firstTokenMs: 1_000, idleMs: 1_000, totalMs: 60_000 },
    cancelStopsBilling: true,
  };
}

export function prepared(protocol: Protocol, count: number): PreparedRun {
  return {
    samples: Array.from({ length: count }, (_, sample) => planned(protocol, sample)),
    holdChecks: () => [],
    costUsd: (_sample, usage) => usage.outputTokens / 1_000_000,
  };
}

const REQUEST: RunRequest = runRequestSchema.parse({
  variants: [
    {
      id: "before",
      prompt: { kind: "text", text: "Generate a poem about nature." },
      model: { provider: "demo", model: "demo" },
    },
    {
      id: "after",
      prompt: { kind: "text", text: "Write four lines about a lake." },
      model: { provider: "demo", model: "demo" },
    },
  ],
});

interface SetUp {
  count?: number;
  graceMs?: number;
  keptMs?: number;
  openRuns?: number;
  archive?: MemoryArchive;
}

/** A hub over an archive in memory, with a provider whose calls the test holds. */
export function setUp(options: SetUp = {}) {
  const { protocol, calls } = heldProtocol();
  const { archive = createMemoryArchive(), count = 2 } = options;
  const defects: unknown[] = [];
  const troubles: unknown[] = [];
  const hub = createHub({
    providerConcurrency: 64,
    archive: async () => archive,
    onDefect: (error) => defects.push(error),
    onTrouble: (error) => troubles.push(error),
    graceMs: options.graceMs ?? 60_000,
    ...(options.keptMs === undefined ? {} : { keptMs: options.keptMs }),
    ...(options.openRuns === undefined ? {} : { openRuns: options.openRuns }),
  });
  const startAs = (owner: RunOwner, idempotency?: Idempotency, run = prepared(protocol, count)) =>
    hub.start(owner, { request: REQUEST, prepare: () => run, ...(idempotency && { idempotency }) });
  const start = async (id = "own_a", idempotency?: Idempotency) =>
    (await startAs({ id, isNew: false }, idempotency)).runId;
  /** Starts what a request asks for, with the cells that it names; each call costs 1 US dollar. */
  const order = async (changes: Partial<RunRequest>, id = "own_a", idempotency?: Idempotency) => {
    const request = { ...REQUEST, ...changes };
    const prepare = (only: readonly SampleKey[] = cellsOf(request)): PreparedRun => ({
      ...prepared(protocol, 0),
      costUsd: () => 1,
      samples: only.map((key) => ({ ...planned(protocol, 0), key })),
    });
    const started = await hub.start(
      { id, isNew: false },
      { request, prepare, ...(idempotency && { idempotency }) },
    );
    return started.runId;
  };
  return { hub, archive, calls, start, startAs, order, defects, troubles, protocol };
}

export const textOf = (stream: ReadableStream<Uint8Array>) => new Response(stream).text();
export const eventNames = (text: string) => [...text.matchAll(/^event: (.*)$/gm)].map(([, name]) => name);
