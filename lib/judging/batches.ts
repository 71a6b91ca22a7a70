import { callsOf, type JudgeWork, planUnits } from "./plan.ts";
import { JUDGED_BYTES, MAX_JUDGE_CALLS, MAX_JUDGE_PAIRS, type Pair } from "./request.ts";

/** One request's share of the pairs; a pair that is too much by itself stands alone and will be refused. */
export function judgeBatches({ mode, criteria, pairs }: JudgeWork): JudgeWork[] {
  const fixedBytes = criteria.reduce((sum, { text }) => sum + bytesOf(text), 0);
  const batches: Pair[][] = [];
  let calls = 0;
  let bytes = 0;
  for (const pair of pairs) {
    const pairCalls = planUnits({ mode, criteria, pairs: [pair] }).reduce(
      (sum, unit) => sum + callsOf(unit),
      0,
    );
    const pairBytes = bytesOf(pair.a) + bytesOf(pair.b);
    const open = batches.at(-1);
    const fits =
      open !== undefined &&
      open.length < MAX_JUDGE_PAIRS &&
      calls + pairCalls <= MAX_JUDGE_CALLS &&
      bytes + pairBytes <= JUDGED_BYTES;
    if (fits) {
      open.push(pair);
      calls += pairCalls;
      bytes += pairBytes;
    } else {
      batches.push([pair]);
      calls = pairCalls;
      bytes = fixedBytes + pairBytes;
    }
  }
  return batches.map((own) => ({ mode, criteria, pairs: own.map(({ id, a, b }) => ({ id, a, b })) }));
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
