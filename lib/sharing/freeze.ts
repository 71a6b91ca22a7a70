import { AppError } from "#lib/base/errors.ts";
import { wellFormed } from "#lib/base/well-formed.ts";
import { holdAll } from "#lib/checks/hold.ts";
import type { CheckResult } from "#lib/checks/types.ts";
import { allChecks } from "#lib/comparison/derive.ts";
import { fillChecks } from "#lib/comparison/fill-checks.ts";
import type { Comparison } from "#lib/comparison/schema.ts";
import {
  MAX_SPANS,
  SNAPSHOT_VERSION,
  type Snapshot,
  type SnapshotRun,
  type SnapshotSample,
} from "./snapshot.ts";

/** An answer with whatever else its holder knows; only what a snapshot shows is taken. */
export type FreezableSample = Omit<SnapshotSample, "checks" | "usage" | "timing"> & {
  usage: SnapshotSample["usage"];
  timing: SnapshotSample["timing"];
};

/** Characters × checks that are held when a snapshot is made: about two seconds of work at most. */
const CHECKING_WORK = 20_000_000;
/** After so much of it others get their turn: a server that freezes goes on relaying. */
const WORK_AT_A_TIME = 500_000;

interface FreezableRun {
  startedAtMs: number;
  source: SnapshotRun["source"];
  /** Whether other checks decide in the comparison than when its run began. */
  contractChanged?: boolean;
  samples: readonly FreezableSample[];
}

/**
 * A comparison and its answers, frozen. Each answer is held against the contract here, once, so that what a
 * link shows is what the rules said on the day it was made, and nobody else's word.
 * Throws AppError body-too-large when that is too much work.
 */
export function freeze(comparison: Comparison, run: FreezableRun | null): Snapshot {
  const turns = freezing(comparison, run);
  let turn = turns.next();
  while (!turn.done) turn = turns.next();
  return turn.value;
}

/** The same, giving way to everything else now and then. Rejects where `freeze` throws. */
export async function freezeInTurns(comparison: Comparison, run: FreezableRun | null): Promise<Snapshot> {
  const turns = freezing(comparison, run);
  let turn = turns.next();
  while (!turn.done) {
    await new Promise((resolve) => setTimeout(resolve, 0));
    turn = turns.next();
  }
  return turn.value;
}

function* freezing(comparison: Comparison, run: FreezableRun | null): Generator<undefined, Snapshot> {
  if (run === null) return { version: SNAPSHOT_VERSION, comparison, run: null };
  const checks = allChecks(comparison);
  const chars = run.samples.reduce((sum, { text }) => sum + text.length, 0);
  if (chars * checks.length > CHECKING_WORK) {
    throw new AppError(
      "body-too-large",
      "These answers are too long to share with all of their checks. Share fewer samples, or the prompts alone.",
    );
  }
  const byCase = new Map(comparison.cases.map(({ id, values }) => [id, fillChecks(checks, values)]));
  const cells = new Set(comparison.variants.map(({ id }) => id));
  const samples: SnapshotSample[] = [];
  let work = 0;
  for (const sample of run.samples) {
    if (!cells.has(sample.variant)) continue;
    const text = wellFormed(sample.text);
    const held = byCase.get(sample.case) ?? checks;
    const results: CheckResult[] = [];
    const atOnce = Math.max(1, Math.floor(WORK_AT_A_TIME / Math.max(1, text.length)));
    for (let from = 0; from < held.length; from += atOnce) {
      const some = held.slice(from, from + atOnce);
      results.push(...holdAll(some, text));
      work += text.length * some.length;
      if (work < WORK_AT_A_TIME) continue;
      work = 0;
      yield;
    }
    samples.push(frozen({ ...sample, text }, results));
  }
  return {
    version: SNAPSHOT_VERSION,
    comparison,
    run: {
      startedAt: new Date(run.startedAtMs).toISOString(),
      source: run.source,
      samples,
      ...(run.contractChanged === true ? { contractChanged: true } : {}),
    },
  };
}

/** Field by field: what is not named here stays behind, whatever the answer carries. */
function frozen(sample: FreezableSample, checks: CheckResult[]): SnapshotSample {
  const { usage, timing } = sample;
  return {
    variant: sample.variant,
    case: sample.case,
    sample: sample.sample,
    text: sample.text,
    ending: sample.ending,
    usage: {
      inputTokens: usage.inputTokens,
      outputTokens: usage.outputTokens,
      estimated: usage.estimated,
    },
    timing: { firstTokenMs: timing.firstTokenMs, totalMs: timing.totalMs },
    checks: checks.map(({ id, result, loose, found, asked, spans }) => ({
      id,
      result,
      loose,
      // Quotes from the answer: a clip may have cut a character in two.
      found: wellFormed(found),
      asked: wellFormed(asked),
      spans: spans.slice(0, MAX_SPANS).map(({ start, end }) => ({ start, end })),
    })),
    ...(sample.origin === undefined ? {} : { origin: sample.origin }),
  };
}
