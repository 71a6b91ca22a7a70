import { type Effect, effectOf } from "./effect.ts";
import { isEquivalent, MARGIN } from "./equivalence.ts";
import { alwaysValidP, eValue, STRONG_LOG_E } from "./evidence.ts";
import { moreNeeded } from "./more-needed.ts";
import { type SafeTwoByTwo, safeTwoByTwo } from "./safe-two-by-two.ts";
import { completePairs, lookAt } from "./seen.ts";
import { covers, verdictSentence } from "./verdict-sentence.ts";
import type { Decision, Evidence, SideLabels, Verdict, VerdictInput } from "./verdict-types.ts";

const LABELS: SideLabels = { a: "Before", b: "After" };

/**
 * The verdict on planned pairs of samples: pure, the same for the same input, and "better" is valid at every
 * look. The rules are VD1 to VD15 of docs/spec/verdict.md.
 */
export function verdict(input: VerdictInput): Verdict {
  const { pairs: planned, demonstration, labels = LABELS, margin = MARGIN } = input;
  const seen = lookAt(planned);
  const about = { seen, margin, covers: covers(seen.cases, demonstration) };
  if (demonstration) {
    const decision = { state: "demonstration" } as const;
    return { ...about, ...decision, sentence: verdictSentence(decision, about, labels) };
  }
  const process = safeTwoByTwo(completePairs(planned).map(({ pair }) => pair));
  const effect = effectOf(planned, input);
  const decision = decide(process, effect, margin, input.seed);
  const evidence: Evidence = {
    e: eValue(process.logE),
    logE: process.logE,
    alwaysValidP: alwaysValidP(process.maxLogE),
    interval: effect?.interval ?? null,
  };
  const sentence = verdictSentence({ ...decision, evidence }, about, labels);
  return { ...about, ...decision, evidence, sentence };
}

function decide(process: SafeTwoByTwo, effect: Effect | null, margin: number, seed?: number): Decision {
  if (effect === null) return { state: "cannot-tell-yet", more: null };
  if (process.logE >= STRONG_LOG_E && effect.difference !== 0) {
    return { state: "better", better: effect.difference > 0 ? "b" : "a" };
  }
  if (isEquivalent(effect.interval, margin)) return { state: "no-meaningful-difference" };
  return { state: "cannot-tell-yet", more: moreNeeded(process, effect, margin, seed) };
}
