"use client";

import { useMemo, useRef, useState } from "react";
import { usePlayground } from "#components/playground/context.tsx";
import type { Engine } from "#components/playground/engine.ts";
import { counted } from "#components/playground/format.ts";
import { variantOf } from "#components/playground/sides.ts";
import { toParts } from "#components/playground/to-parts.ts";
import { Button } from "#components/ui/button.tsx";
import { MAX_CONSTRAINTS } from "#lib/base/limits.ts";
import { hasRoomFor } from "#lib/improving/apply.ts";
import type { Proposal } from "#lib/improving/improvement.ts";
import type { PartsPrompt, Prompt } from "#lib/prompt/schema.ts";
import { ProposalRow } from "./proposal-row.tsx";
import { acceptedNow, compared, sorted } from "./proposal-rows.ts";
import { useDecisions } from "./use-decisions.ts";

/** Every proposed part beside what After holds now, to take or to leave. */
export function ProposalList({ engine, proposals }: { engine: Engine; proposals: readonly Proposal[] }) {
  const before = usePlayground((state) => variantOf(state.comparison, 0).prompt);
  const after = usePlayground((state) => variantOf(state.comparison, 1).prompt);
  const isEmpty = engine.isEmptyPrompt(after);
  const afterParts = useMemo(() => partsOf(engine, after), [engine, after]);
  const base = useMemo(
    () => (isEmpty ? partsOf(engine, before) : afterParts),
    [engine, isEmpty, before, afterParts],
  );
  const decisions = useDecisions(proposals, after);
  const [said, setSaid] = useState("");
  const acceptAll = useRef<HTMLButtonElement>(null);
  const undecided = proposals.filter((proposal) => decisions.of(proposal) === undefined);
  const { open, already } = sorted(undecided, afterParts);
  const shown = proposals.filter(
    (proposal) => decisions.of(proposal) !== undefined || open.includes(proposal),
  );
  const words = (proposal: Proposal) => {
    const decision = decisions.of(proposal);
    return compared(proposal, decision?.kind === "accepted" ? decision.earlier : base, engine.phraseOf);
  };
  const takeable = open.filter((proposal) => hasRoomFor(afterParts, proposal));
  return (
    <>
      <div className="mt-3 flex flex-wrap items-center gap-x-2 gap-y-1.5">
        <p className="mr-auto text-sm text-soft">
          {isEmpty ? "Beside Before, while After is empty." : "Beside what After holds now."}
        </p>
        {decisions.undoAll !== null && (
          <Button
            look="plain"
            size="small"
            onClick={() => {
              decisions.undoAll?.();
              acceptAll.current?.focus();
              setSaid("After is as it was.");
            }}
          >
            Undo all
          </Button>
        )}
        {/* It stays when there is nothing left to accept: whoever pressed it keeps the focus. */}
        <Button
          ref={acceptAll}
          size="small"
          aria-disabled={takeable.length === 0}
          className="aria-disabled:text-soft"
          onClick={() => {
            if (takeable.length === 0) return;
            void decisions
              .accept(takeable)
              .then((written) => setSaid(`${counted(written, "part")} written into After.`));
          }}
        >
          Accept all
        </Button>
      </div>
      <ul className="mt-1 border-t border-hair">
        {shown.map((proposal) => (
          <ProposalRow
            // One list is never reordered: another answer is another list.
            key={`${proposal.part} ${proposals.indexOf(proposal)}`}
            compared={words(proposal)}
            nowLabel={decisions.of(proposal)?.kind === "accepted" ? "Was" : isEmpty ? "Before" : "Now"}
            reason={proposal.reason}
            decision={decisions.of(proposal)}
            accepted={acceptedNow(proposal, decisions.acceptedAfter(proposal), afterParts)}
            full={
              hasRoomFor(afterParts, proposal)
                ? null
                : `After has ${MAX_CONSTRAINTS} constraints, which is the most.`
            }
            stuck={after.kind === "text"}
            onAccept={() => {
              const { name } = words(proposal);
              void decisions.accept([proposal]).then((written) => {
                if (written > 0) setSaid(`${name} is in After now.`);
              });
            }}
            onRefuse={() => {
              decisions.refuse(proposal);
              setSaid(`${words(proposal).name} refused.`);
            }}
            onUndo={() => {
              decisions.undo(proposal);
              setSaid(`${words(proposal).name} taken back.`);
            }}
          />
        ))}
      </ul>
      {already.length > 0 && (
        <p className="pt-2 text-sm text-soft">After has these already as proposed: {already.join(", ")}.</p>
      )}
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  );
}

function partsOf(engine: Engine, prompt: Prompt): PartsPrompt {
  return prompt.kind === "parts" ? prompt : toParts(engine, prompt).prompt;
}
