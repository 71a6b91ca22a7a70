import type { Case } from "./schema.ts";

/** One cell of a run: `case` is the case's id, `sample` counts from 0. */
interface SampleKey {
  variant: string;
  case: string;
  sample: number;
}

/** The case of a comparison that has none: its prompts stand as they are. */
export const EMPTY_CASE: Case = { id: "1", values: {} };

/**
 * The order of the calls: A B, then B A, then A B again, so that a provider that drifts hits both sides
 * alike. With more than two variants every second round is reversed and each pair of rounds starts one
 * further. No cases means the one empty case.
 */
export function planSamples(
  variantIds: readonly string[],
  caseIds: readonly string[],
  samples: number,
): SampleKey[] {
  const cases = caseIds.length === 0 ? [EMPTY_CASE.id] : caseIds;
  const keys: SampleKey[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    cases.forEach((caseId, caseIndex) => {
      for (const variant of roundOrder(variantIds, sample + caseIndex)) {
        keys.push({ variant, case: caseId, sample });
      }
    });
  }
  return keys;
}

function roundOrder(variantIds: readonly string[], round: number): string[] {
  const shift = variantIds.length > 2 ? Math.floor(round / 2) % variantIds.length : 0;
  const rotated = [...variantIds.slice(shift), ...variantIds.slice(0, shift)];
  return round % 2 === 0 ? rotated : rotated.reverse();
}
