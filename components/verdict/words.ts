import { unreachable } from "#lib/base/errors.ts";
import { CONTRACT_CHANGED } from "#lib/comparison/promised-checks.ts";
import { STRONG_E } from "#lib/statistics/evidence.ts";
import type { Interval } from "#lib/statistics/interval.ts";
import type { Outcome, PlannedPair, Seen } from "#lib/statistics/seen.ts";
import type { Evidence, Verdict } from "#lib/statistics/verdict-types.ts";

/** A verdict for the eye: one sentence large, the rest small. */
export interface VerdictWords {
  heading: string;
  details: string[];
}

/** The verdict's own sentences, then the numbers behind them. `promises`: how many checks decide about a sample. */
export function verdictWords(verdict: Verdict, promises: number): VerdictWords {
  const [heading = "", ...rest] = sentences(verdict.sentence);
  const details = [...decided(verdict, rest), ...leftOut(verdict.seen)];
  if (verdict.seen.pairs > 0) details.push(passing(promises));
  return { heading, details };
}

function decided(verdict: Verdict, rest: readonly string[]): string[] {
  const more = rest.join(" ");
  switch (verdict.state) {
    case "demonstration":
      return [`${more} They show how this works and say nothing about any model: run it on one to find out.`];
    case "better": {
      // The first of the rest says the evidence without its bound.
      const small = rest.slice(1).join(" ");
      return [
        `Evidence strong (E = ${formatE(verdict.evidence.e)}; ${STRONG_E} is enough).`,
        [effect(verdict.seen, verdict.evidence.interval), small].filter(Boolean).join(" "),
        scope(verdict.seen.cases),
      ];
    }
    case "no-meaningful-difference":
      return [more, PLANNED, evidenceSoFar(verdict.evidence), scope(verdict.seen.cases)];
    case "cannot-tell-yet":
      if (verdict.seen.pairs === 0) return rest.slice();
      return [
        more,
        evidenceSoFar(verdict.evidence),
        effect(verdict.seen, verdict.evidence.interval),
        scope(verdict.seen.cases),
      ];
    default:
      return unreachable(verdict);
  }
}

/** The interval is an ordinary one: docs/statistics.md has the numbers. */
const PLANNED =
  "Unlike “better”, this is meant for a number of samples that was planned: looked at again and again, a true difference of 10 points is called meaningless in 9 to 13\u00a0% of comparisons.";

/** The library's verdict is one to three sentences, each of which starts with a capital letter. */
function sentences(text: string): string[] {
  return text.split(/(?<=\.) (?=\p{Lu})/u);
}

function evidenceSoFar({ e }: Evidence): string {
  return `Evidence of a difference: E = ${formatE(e)}; ${STRONG_E} is enough.`;
}

/** Never more than there is: whole numbers from 10, one digit below. */
export function formatE(e: number): string {
  if (e >= 10_000) return "over 10,000";
  if (e >= 10) return Math.floor(e).toLocaleString("en-US");
  return e < 0.1 ? "under 0.1" : String(Math.floor(e * 10) / 10);
}

/** The difference in points of 100 samples, with its 95 % interval. */
function effect({ difference }: Seen, interval: Interval | null): string {
  if (difference === null || interval === null) return "";
  const range = `95\u00a0% interval: ${signed(interval.low)} to ${signed(interval.high)} points`;
  const points = Math.round(Math.abs(difference) * 100);
  if (points === 0) return `Both pass equally often (${range}).`;
  const unit = points === 1 ? "point" : "points";
  return `After passes ${points} ${unit} ${difference > 0 ? "more" : "less"} often than Before (${range}).`;
}

function signed(share: number): string {
  const points = Math.round(share * 100);
  return points < 0 ? `−${-points}` : points > 0 ? `+${points}` : "0";
}

function scope(cases: number): string {
  if (cases <= 1) return "About this prompt on this one case; try more cases to say more.";
  return `About this prompt on these ${cases} cases.`;
}

function leftOut({ incomplete, waiting }: Seen): string[] {
  const said: string[] = [];
  if (waiting > 0) said.push(`${waiting} more ${waiting === 1 ? "pair is" : "pairs are"} on the way.`);
  if (incomplete === 1) said.push("1 pair was incomplete and left out.");
  if (incomplete > 1) said.push(`${incomplete} pairs were incomplete and left out.`);
  return said;
}

function passing(promises: number): string {
  const kept = promises === 1 ? "the hard promise" : `all ${promises} hard promises`;
  return `A sample passes when it keeps ${kept}.`;
}

/** What the verdict does not cover: promises that no rule can check. Empty when there are none. */
export function softWords(judged: number): string {
  if (judged === 0) return "";
  const what = judged === 1 ? "1 more promise is" : `${judged} more promises are`;
  return `${what} beyond any rule, such as a tone: vote blind, or ask a judge.`;
}

/** Said under a verdict whose contract was chosen with the answers in sight. Empty when it was not. */
export function changedWords(changed: boolean): string {
  return changed ? CONTRACT_CHANGED : "";
}

/** A share as "43 %". */
export function percent(share: number): string {
  return `${Math.round(share * 100)}\u00a0%`;
}

/** How a sample's outcome is drawn: told apart by shape, named for ears. */
export function markOf(outcome: Outcome): { glyph: string; word: string; look: string } {
  switch (outcome) {
    case true:
      return { glyph: "✓", word: "passed", look: "text-good" };
    case false:
      return { glyph: "✕", word: "failed", look: "text-bad" };
    case "missing":
      return { glyph: "?", word: "no result", look: "text-soft" };
    case "pending":
      return { glyph: "·", word: "on the way", look: "text-soft" };
    default:
      return unreachable(outcome);
  }
}

/** Pairs with the name that a person counts by: "3", or "case tea, 3" where there are several cases. */
export function named(pairs: readonly PlannedPair[]): (PlannedPair & { name: string })[] {
  const counts = new Map<string, number>();
  const several = new Set(pairs.map(({ caseId }) => caseId)).size > 1;
  return pairs.map((pair) => {
    const count = (counts.get(pair.caseId) ?? 0) + 1;
    counts.set(pair.caseId, count);
    return { ...pair, name: several ? `case ${pair.caseId}, ${count}` : String(count) };
  });
}
