import { useEffect, useState } from "react";
import { verdict } from "#lib/statistics/verdict.ts";
import type { Verdict, VerdictInput } from "#lib/statistics/verdict-types.ts";

export interface Judged {
  verdict: Verdict;
  pairs: VerdictInput["pairs"];
}

/** No later than this, however busy the page is, ms. */
const LATEST_MS = 500;

/** The verdict on `input`, worked out when the browser has a moment; until then the one before, at first null. */
export function useVerdict(input: VerdictInput): Judged | null {
  const [judged, setJudged] = useState<Judged | null>(null);
  useEffect(() => whenIdle(() => setJudged({ verdict: verdict(input), pairs: input.pairs })), [input]);
  return judged;
}

/** Returns what takes it back. */
function whenIdle(work: () => void): () => void {
  // Safari has no idle callback.
  if (typeof requestIdleCallback !== "function") {
    const timer = setTimeout(work, 0);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(work, { timeout: LATEST_MS });
  return () => cancelIdleCallback(handle);
}
