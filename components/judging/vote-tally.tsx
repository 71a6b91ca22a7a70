"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { percent } from "#components/verdict/words.ts";
import { type Ballot, votesOn } from "#lib/judging/ballot.ts";
import { VOTES_FOR_SHARE, type VoteSummary, voteSummary } from "#lib/judging/vote-summary.ts";
import { ShareBar } from "./share-bar.tsx";
import type { Answers } from "./use-answers.ts";
import { tallySentence } from "./vote-words.ts";

interface VoteTallyProps {
  answers: Answers;
  questions: readonly string[];
  ballot: Ballot;
  onUndo?: () => void;
  onNextVoter: () => void;
  onForget: () => void;
  onClose: () => void;
}

/** What the votes on these answers amount to, with what they cannot say yet. */
export function VoteTally({
  answers,
  questions,
  ballot,
  onUndo,
  onNextVoter,
  onForget,
  onClose,
}: VoteTallyProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const [sure, setSure] = useState(false);
  const votes = votesOn(answers.pairs, ballot);
  const [first, ...others] = questions.map((id) => voteSummary(id, votes));
  if (first === undefined) return null;
  const labelOf = (id: string) => answers.criteria.find((one) => one.id === id)?.label ?? id;
  const identical = answers.pairs.filter((pair) => pair.identical).length;
  return (
    <div>
      <h2
        ref={heading}
        tabIndex={-1}
        className="font-serif text-verdict text-balance outline-none max-md:text-[1.25rem]"
      >
        {tallySentence(first)}
      </h2>
      <div className="mt-4 grid grid-cols-[minmax(0,1fr)] gap-x-14 gap-y-6 lg:grid-cols-2">
        <Question label={labelOf(first.criterion)} summary={first} />
        {others.map((summary) => (
          <Question key={summary.criterion} label={labelOf(summary.criterion)} summary={summary} />
        ))}
      </div>
      <ul className="mt-4 flex max-w-[72ch] flex-col gap-0.5 text-soft">
        {answers.demonstration && (
          <li>Practice: bundled or simulated answers. Votes on them say nothing about a model.</li>
        )}
        <li>{votersWords(first.voters)}</li>
        {identical > 0 && (
          <li>
            {identical === 1 ? "1 pair was" : `${identical} pairs were`} left out: word for word the same.
          </li>
        )}
        {answers.leftOut > 0 && (
          <li>
            {answers.leftOut === 1 ? "1 pair" : `${answers.leftOut} pairs`} without two complete answers left
            out.
          </li>
        )}
      </ul>
      <div className="mt-5 flex flex-wrap gap-x-3 gap-y-2">
        <Button onClick={onNextVoter}>Next voter</Button>
        <Button look="plain" disabled={onUndo === undefined} onClick={onUndo}>
          Undo last vote
        </Button>
        <Button look="plain" onClick={() => (sure ? onForget() : setSure(true))}>
          {sure ? "Press again to forget all votes" : "Forget all votes"}
        </Button>
        <Button look="plain" onClick={onClose}>
          Close
        </Button>
      </div>
    </div>
  );
}

function Question({ label, summary }: { label: string; summary: VoteSummary }) {
  const { before, after, ties, bothBad, votes, seen, share } = summary;
  return (
    <div>
      <h3 className="text-base font-semibold">{label}</h3>
      <ShareBar
        className="mt-2"
        parts={[
          { label: "Before", count: before, look: "before" },
          { label: "tie", count: ties, look: "tie" },
          { label: "both bad", count: bothBad, look: "none" },
          { label: "After", count: after, look: "after" },
        ]}
      />
      <p className="mt-1.5 text-sm text-soft">
        {shareWords(share, votes)}
        {seen > 0 &&
          ` ${seen === 1 ? "1 vote was" : `${seen} votes were`} cast after the sides had been shown.`}
      </p>
    </div>
  );
}

/** An interval draws whole voters: of one there is none, of a few it is too narrow. */
const FEW_VOTERS = 8;

function votersWords(voters: number): string {
  if (voters < 2) {
    return "One voter. How far other people would agree takes more of them: only then is there an interval.";
  }
  const words = `${voters} voters. The interval tells how far the result would move with other voters like these`;
  return voters < FEW_VOTERS ? `${words}; with so few it is narrower than it should be.` : `${words}.`;
}

function shareWords(share: VoteSummary["share"], votes: number): string {
  if (share === null) return `A share is worked out from ${VOTES_FOR_SHARE} votes on; so far ${votes}.`;
  const range =
    share.interval === null
      ? "no interval with one voter"
      : `95\u00a0% interval over voters: ${percent(share.interval.low)} to ${percent(share.interval.high)}`;
  return `After is preferred in about ${percent(share.after)} (${range}). Ties and “both bad” count half for each.`;
}
