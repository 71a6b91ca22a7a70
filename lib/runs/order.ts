import { contentHash } from "#lib/comparison/content-hash.ts";
import { planSamples } from "#lib/comparison/plan.ts";
import type { ArchivedEnd } from "./archive.ts";
import { cellOf, isAnswer, keyOf } from "./ended-samples.ts";
import type { SampleKey } from "./events.ts";
import type { RunRequest } from "./request.ts";

const DAY_MS = 24 * 60 * 60_000;
/** How long a run is kept when nobody says otherwise, days. */
const KEEP_DAYS = 90;

/** Hash of what two parts of one run have to agree in. */
export function contentHashOf({ variants, cases, checks }: RunRequest): Promise<string> {
  return contentHash({ variants, cases, checks });
}

/** Whether the run may be written to storage at all. */
export function isKept({ keepDays }: RunRequest): boolean {
  return keepDays !== 0;
}

/** When the run is forgotten; null: never. */
export function expiryOf({ keepDays }: RunRequest, nowMs: number): number | null {
  return keepDays === null ? null : nowMs + (keepDays ?? KEEP_DAYS) * DAY_MS;
}

/** The request as it is kept: what is asked of the models, without what is asked of the storage. */
export function keptRequest(request: RunRequest): RunRequest {
  const { title: _title, keepDays: _keepDays, continues: _continues, ...asked } = request;
  return asked;
}

/** Every cell that a request names. */
export function cellsOf({ variants, cases, samples, only }: RunRequest): SampleKey[] {
  return (
    only ??
    planSamples(
      variants.map(({ id }) => id),
      cases.map(({ id }) => id),
      samples,
    )
  );
}

/** Cells of a request that have no answer yet. */
export function missingCells(request: RunRequest, ends: readonly ArchivedEnd[]): SampleKey[] {
  const answered = new Set(ends.filter(isAnswer).map(({ ended }) => cellOf(keyOf(ended))));
  return cellsOf(request).filter((key) => !answered.has(cellOf(key)));
}

/** How many cells a run has once these are added to it. */
export function totalWith(
  run: { total: number; request: RunRequest },
  ends: readonly ArchivedEnd[],
  added: readonly SampleKey[],
): number {
  const cells = new Set(
    [...cellsOf(run.request), ...ends.map(({ ended }) => keyOf(ended)), ...added].map(cellOf),
  );
  return Math.max(run.total, cells.size);
}
