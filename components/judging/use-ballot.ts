import { useCallback, useRef, useState } from "react";
import type { Ballot } from "#lib/judging/ballot.ts";
import { recallBallot, rememberBallot } from "./ballot-storage.ts";

export type ChangeBallot = (change: (ballot: Ballot) => Ballot) => void;

/** The votes on one comparison, kept in this browser. Mount anew for another comparison. */
export function useBallot(comparison: string): [Ballot, ChangeBallot] {
  const [ballot, setBallot] = useState(() => recallBallot(comparison));
  const latest = useRef(ballot);
  const change = useCallback<ChangeBallot>(
    (next) => {
      latest.current = next(latest.current);
      rememberBallot(comparison, latest.current);
      setBallot(latest.current);
    },
    [comparison],
  );
  return [ballot, change];
}
