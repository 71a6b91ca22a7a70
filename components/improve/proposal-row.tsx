"use client";

import { Button } from "#components/ui/button.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { AcceptedNow, Compared } from "./proposal-rows.ts";
import type { Decision } from "./use-decisions.ts";
import { WordDiff } from "./word-diff.tsx";

interface ProposalRowProps {
  compared: Compared;
  nowLabel: string;
  reason: string;
  decision: Decision | undefined;
  /** Where it is once it was accepted. */
  accepted: AcceptedNow;
  /** Why it cannot be accepted; null when it can. */
  full: string | null;
  /** After is text by now, so that a part of it cannot be taken back. */
  stuck: boolean;
  onAccept: () => void;
  onRefuse: () => void;
  onUndo: () => void;
}

/** What somebody wrote since is not taken away with an undo. */
const ACCEPTED: Record<AcceptedNow, string> = {
  held: "Accepted, now in After.",
  replaced: "Accepted, then replaced by another part.",
  edited: "Accepted. You have edited this part since.",
};

/** One proposed part: why, what would change, and the two answers. */
export function ProposalRow(props: ProposalRowProps) {
  const { compared, nowLabel, reason, decision, full, stuck } = props;
  const { name, now, proposed } = compared;
  return (
    <li
      aria-label={`${name}: ${decision?.kind ?? "open"}`}
      className="border-b border-hair py-3 last:border-b-0"
    >
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h4 className="font-semibold">{name}</h4>
        {reason !== "" && (
          <p className="min-w-0 flex-[1_1_12rem] text-sm text-soft wrap-anywhere">{reason}</p>
        )}
      </div>
      {decision?.kind !== "refused" && <WordDiff now={now} nowLabel={nowLabel} proposed={proposed} />}
      <div className="mt-2 flex flex-wrap items-center gap-x-1.5 gap-y-1">
        {decision !== undefined && (
          <span className="mr-1 text-sm text-soft">
            {decision.kind === "refused" ? "Refused." : ACCEPTED[props.accepted]}
          </span>
        )}
        {/* Each button stays in its place and only changes its words: whoever pressed it keeps the focus. */}
        {decision?.kind !== "refused" && (
          <Button
            key="accept"
            size="small"
            disabled={decision === undefined ? full !== null : stuck || props.accepted !== "held"}
            onClick={decision === undefined ? props.onAccept : props.onUndo}
          >
            {decision === undefined ? "Accept" : "Undo"}
            <VisuallyHidden>{` ${name}, ${proposed.slice(0, 60)}`}</VisuallyHidden>
          </Button>
        )}
        {decision?.kind !== "accepted" && (
          <Button
            key="refuse"
            look={decision === undefined ? "plain" : "quiet"}
            size="small"
            onClick={decision === undefined ? props.onRefuse : props.onUndo}
          >
            {decision === undefined ? "Refuse" : "Undo"}
            <VisuallyHidden>{` ${name}, ${proposed.slice(0, 60)}`}</VisuallyHidden>
          </Button>
        )}
        {decision === undefined && full !== null && <span className="text-sm text-soft">{full}</span>}
        {decision?.kind === "accepted" && stuck && (
          <span className="text-sm text-soft">After is text now. Switch it to Parts to take one back.</span>
        )}
      </div>
    </li>
  );
}
