import { wellFormed } from "#lib/base/well-formed.ts";
import { EMPTY_CASE } from "#lib/comparison/plan.ts";
import type { Comparison } from "#lib/comparison/schema.ts";
import type { Pair } from "./request.ts";
import { textId } from "./text-id.ts";

/** The i-th answer of Before (a) beside the i-th of After (b) on the same case. */
export interface AnswerPair extends Pair {
  caseId: string;
  /** Counts from 0. */
  sample: number;
  /** Word for word the same: there is nothing to choose. */
  identical: boolean;
}

export interface AnswerPairs {
  pairs: AnswerPair[];
  /** Pairs that have ended with a side that is no complete answer. */
  leftOut: number;
  /** Some answers are bundled or simulated: voting on them is practice. */
  demonstration: boolean;
}

interface PlayedSample {
  variant: string;
  case: string;
  sample: number;
  phase: "waiting" | "writing" | "ended" | "failed" | "unstarted";
  text: string;
  result: { ending: string; origin?: string } | null;
}

/**
 * What people and judges compare: complete answers only, in the order of the run's plan. An id follows from the
 * texts and their place, so that votes find their pair again after a reload, and no other.
 */
export function answerPairs(
  { variants, cases }: Pick<Comparison, "variants" | "cases">,
  samples: Iterable<PlayedSample>,
): AnswerPairs {
  const cells = new Map<string, PlayedSample>();
  let rounds = 0;
  for (const cell of samples) {
    cells.set(cellOf(cell.variant, cell.case, cell.sample), cell);
    rounds = Math.max(rounds, cell.sample + 1);
  }
  const [before, after] = variants;
  const found: AnswerPairs = { pairs: [], leftOut: 0, demonstration: false };
  if (before === undefined || after === undefined) return found;
  for (let sample = 0; sample < rounds; sample += 1) {
    for (const { id: caseId } of cases.length === 0 ? [EMPTY_CASE] : cases) {
      const a = cells.get(cellOf(before.id, caseId, sample));
      const b = cells.get(cellOf(after.id, caseId, sample));
      if (a === undefined || b === undefined || isOpen(a) || isOpen(b)) continue;
      if (!isComplete(a) || !isComplete(b)) {
        found.leftOut += 1;
        continue;
      }
      found.demonstration ||= a.result?.origin !== undefined || b.result?.origin !== undefined;
      found.pairs.push(pairOf(caseId, sample, wellFormed(a.text), wellFormed(b.text)));
    }
  }
  return found;
}

function pairOf(caseId: string, sample: number, a: string, b: string): AnswerPair {
  return { id: textId(caseId, String(sample), a, b), caseId, sample, a, b, identical: a === b };
}

function isOpen({ phase }: PlayedSample): boolean {
  return phase === "waiting" || phase === "writing";
}

function isComplete({ result, text }: PlayedSample): boolean {
  return result?.ending === "complete" && text.trim() !== "";
}

function cellOf(variant: string, caseId: string, sample: number): string {
  return `${variant}/${caseId}/${sample}`;
}
