"use client";

import { useEffect, useId, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { Progress } from "#components/ui/progress.tsx";
import type { CastVote, Pressed, Station } from "#lib/judging/ballot.ts";
import { useVoteKeys } from "./use-vote-keys.ts";
import { VoteButtons } from "./vote-buttons.tsx";
import { VoteText } from "./vote-text.tsx";
import { voteWords } from "./vote-words.ts";
import "./blind-vote.css";

interface VotePairProps {
  station: Station;
  /** Counts from 1. */
  place: number;
  total: number;
  voter: number;
  question: string;
  /** Bundled or simulated answers: nothing is learned about a model. */
  practice: boolean;
  /** The vote is cast and the sides are shown. */
  revealed: boolean;
  /** The voter has seen the sides of this pair before. */
  known: boolean;
  vote: CastVote | undefined;
  last: boolean;
  onVote: (pressed: Pressed) => void;
  onNext: () => void;
  onUndo?: () => void;
  onClose: () => void;
}

/** Two texts that look the same whatever their side, a question, and after the answer their names. */
export function VotePair(props: VotePairProps) {
  const { station, place, total, voter, question, practice, revealed, known, vote, last } = props;
  const { onVote, onNext, onUndo, onClose } = props;
  const panel = useRef<HTMLFieldSetElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  const questionId = useId();
  const { pair, left } = station;
  const right = left === "a" ? "b" : "a";
  const stationId = `${pair.id} ${station.criterion}`;
  useVoteKeys(panel, { onVote, onUndo });
  // Each new question is read out by its name; after the vote the way on has the focus.
  useEffect(() => {
    if (revealed || stationId === "") return next.current?.focus({ preventScroll: true });
    panel.current?.focus({ preventScroll: true });
    panel.current?.scrollIntoView({ block: "start" });
  }, [stationId, revealed]);

  return (
    <fieldset
      ref={panel}
      aria-labelledby={questionId}
      tabIndex={-1}
      className="min-w-0 scroll-mt-4 rounded-md outline-offset-8"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id={questionId} className="font-serif text-verdict text-balance max-md:text-[1.25rem]">
          {question}
          <span className="sr-only">
            {" "}
            {practice && "Practice. "}Vote {place} of {total}
          </span>
        </h2>
        <p aria-hidden className="text-sm text-soft">
          {practice && "Practice · "}
          {voter > 1 && `Voter ${voter} · `}
          {place} of {total}
        </p>
      </div>
      <Progress label="Votes" value={revealed ? place : place - 1} max={total} className="mt-2" />
      {known && (
        <p className="mt-3 text-sm text-soft">
          You have seen which side is which here. The vote counts, but not as a blind one.
        </p>
      )}
      <div className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-x-7 gap-y-4 md:grid-cols-2">
        <VoteText place="left" text={pair[left]} side={revealed ? left : null} />
        <VoteText place="right" text={pair[right]} side={revealed ? right : null} />
      </div>
      <div className="mt-5 flex min-h-11 flex-wrap items-center gap-x-5 gap-y-3 max-md:min-h-24">
        {revealed ? (
          <>
            <p className="text-lg font-semibold">{voteWords(vote?.choice)}</p>
            <Button ref={next} look="primary" onClick={onNext}>
              {last ? "Show the result" : "Next pair"}
            </Button>
          </>
        ) : (
          <VoteButtons onVote={onVote} />
        )}
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
        <Button
          size="small"
          look="plain"
          aria-keyshortcuts="Backspace"
          disabled={onUndo === undefined}
          onClick={onUndo}
          className="-ml-2"
        >
          Undo last vote
        </Button>
        <Button size="small" look="plain" onClick={onClose}>
          Stop voting
        </Button>
        <p className="ml-auto pointer-coarse:hidden max-md:hidden">
          Keys: 1 or ← left, 2 or → right, 3 tie, 4 both bad, Backspace undo
        </p>
      </div>
      <p role="status" className="sr-only">
        {revealed
          ? `${voteWords(vote?.choice)} ${left === "a" ? "The first was Before." : "The first was After."}`
          : ""}
      </p>
    </fieldset>
  );
}
