import type { Interval } from "./interval.ts";
import type { MoreNeeded } from "./more-needed.ts";
import type { PlannedPair, Seen } from "./seen.ts";

/** What the two sides are called in sentences. */
export interface SideLabels {
  a: string;
  b: string;
}

export interface VerdictInput {
  /** Every planned pair in planned order; those that did not come are marked, not left out. */
  pairs: readonly PlannedPair[];
  /** Bundled or simulated answers: they show how it works and are evidence of nothing. */
  demonstration: boolean;
  labels?: SideLabels;
  /** A difference up to this does not matter, a share: 0.1 = 10 points. */
  margin?: number;
  /** Draws of the bootstrap over cases, where one is needed. */
  resamples?: number;
  seed?: number;
}

/** What real samples say about the difference. */
export interface Evidence {
  /** E of the safe 2x2 test now; "better" from 20. At most 1.8e308. */
  e: number;
  logE: number;
  /** 1 / largest E so far. */
  alwaysValidP: number;
  /** 95 % interval of the difference B less A, shares; null without pairs. */
  interval: Interval | null;
}

/** What is decided; `towards` of `more` is a guess, never a verdict. */
export type Decision =
  | { state: "better"; better: "a" | "b" }
  | { state: "no-meaningful-difference" }
  /** `more` is null when nothing is there to guess from and when more than 1,000 pairs would be needed. */
  | { state: "cannot-tell-yet"; more: MoreNeeded | null };

/** What every verdict says. */
export interface Said {
  seen: Seen;
  margin: number;
  /** One to three plain sentences. */
  sentence: string;
  /** What it speaks of, such as "this prompt on this input". */
  covers: string;
}

export type Verdict = Said & ((Decision & { evidence: Evidence }) | { state: "demonstration" });
