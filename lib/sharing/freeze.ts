import { AppError } from "#lib/base/errors.ts";
import { MAX_CALLS, SHORT_TEXT_CHARS } from "#lib/base/limits.ts";
import { wellFormed } from "#lib/base/well-formed.ts";
import { checkingWork, drain, holdInTurns, inTurns } from "#lib/checks/turns.ts";
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

/** Work of holding a snapshot's answers, as `checkingWork` counts it: about two seconds. */
const MOST_WORK = 20_000_000;
/** Answers that a snapshot has room for. */
const MOST_ANSWERS = MAX_CALLS * 2;

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
  return drain(freezing(comparison, run));
}

/** The same, giving way to everything else now and then. Rejects where `freeze` throws. */
export async function freezeInTurns(comparison: Comparison, run: FreezableRun | null): Promise<Snapshot> {
  return inTurns(freezing(comparison, run));
}

function* freezing(comparison: Comparison, run: FreezableRun | null): Generator<undefined, Snapshot> {
  if (run === null) return { version: SNAPSHOT_VERSION, comparison, run: null };
  const checks = allChecks(comparison);
  const cells = new Set(comparison.variants.map(({ id }) => id));
  const samples = run.samples
    .filter(({ variant }) => cells.has(variant))
    .map((sample) => ({ ...sample, text: wellFormed(sample.text) }));
  if (samples.length > MOST_ANSWERS) {
    throw new AppError(
      "body-too-large",
      `These are ${samples.length} answers, and ${MOST_ANSWERS} can be shared at once. Share the prompts alone, or run fewer samples.`,
    );
  }
  const lengths = samples.map(({ text }) => text.length);
  if (checkingWork(checks, lengths) > MOST_WORK) {
    throw new AppError(
      "body-too-large",
      "These answers are too long to share with all of their checks. Share fewer samples, or the prompts alone.",
    );
  }
  const ofNoCase = fillChecks(checks, {});
  const byCase = new Map(comparison.cases.map(({ id, values }) => [id, fillChecks(checks, values)]));
  const results = yield* holdInTurns(
    samples.map(({ case: caseId, text }) => ({ checks: byCase.get(caseId) ?? ofNoCase, text })),
  );
  return {
    version: SNAPSHOT_VERSION,
    comparison,
    run: {
      startedAt: new Date(run.startedAtMs).toISOString(),
      source: run.source,
      samples: samples.map((sample, index) => frozen(sample, results[index] ?? [])),
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
      found: wellFormed(found.slice(0, SHORT_TEXT_CHARS)),
      asked: wellFormed(asked.slice(0, SHORT_TEXT_CHARS)),
      spans: spans.slice(0, MAX_SPANS).map(({ start, end }) => ({ start, end })),
    })),
    ...(sample.origin === undefined ? {} : { origin: sample.origin }),
  };
}
