"use client";

import { useState } from "react";
import {
  type Ballot,
  castVote,
  choiceOf,
  forNextVoter,
  isRevealed,
  nextStation,
  type Pressed,
  type Station,
  stationsOf,
  undoVote,
  voteAt,
  votesOn,
} from "#lib/judging/ballot.ts";
import type { Answers } from "./use-answers.ts";
import type { ChangeBallot } from "./use-ballot.ts";
import { VoteHandover } from "./vote-handover.tsx";
import { VotePair } from "./vote-pair.tsx";
import { VoteTally } from "./vote-tally.tsx";

interface VoteSessionProps {
  answers: Answers;
  questions: readonly string[];
  ballot: Ballot;
  onBallot: ChangeBallot;
  onClose: () => void;
}

/** One voter after the other, one pair after the other, then what it amounts to. */
export function VoteSession({ answers, questions, ballot, onBallot, onClose }: VoteSessionProps) {
  const [revealed, setRevealed] = useState<Station | null>(null);
  const [handover, setHandover] = useState(false);
  const stations = stationsOf(answers.pairs, questions, ballot);
  const open = nextStation(stations, ballot);
  const station = revealed ?? open;

  const vote = (pressed: Pressed) => {
    if (open === null || revealed !== null) return;
    onBallot((present) => castVote(present, open, choiceOf(open, pressed)));
    if (open.lastOfPair) setRevealed(open);
  };
  const undo = () => {
    setRevealed(null);
    onBallot((present) => undoVote(answers.pairs, present));
  };
  const canUndo = votesOn(answers.pairs, ballot).some(({ voter }) => voter === ballot.voter);

  if (handover) {
    return <VoteHandover voter={ballot.voter} onStart={() => setHandover(false)} onClose={onClose} />;
  }
  if (station === null) {
    return (
      <VoteTally
        answers={answers}
        questions={questions}
        ballot={ballot}
        onUndo={canUndo ? undo : undefined}
        onNextVoter={() => {
          setHandover(true);
          onBallot((present) => forNextVoter(answers.pairs, present));
        }}
        onForget={() => onBallot((present) => ({ ...present, voter: 1, votes: [], shown: [] }))}
        onClose={onClose}
      />
    );
  }
  const criterion = answers.criteria.find(({ id }) => id === station.criterion);
  return (
    <div data-voting>
      <VotePair
        station={station}
        place={stations.findIndex((one) => sameStation(one, station)) + 1}
        total={stations.length}
        voter={ballot.voter}
        question={criterion?.question ?? ""}
        practice={answers.demonstration}
        revealed={revealed !== null}
        // The vote was taken back after the sides had been shown.
        known={revealed === null && isRevealed(ballot, station.pair.id)}
        vote={voteAt(station, ballot)}
        last={open === null}
        onVote={vote}
        onNext={() => setRevealed(null)}
        onUndo={canUndo ? undo : undefined}
        onClose={onClose}
      />
    </div>
  );
}

function sameStation(one: Station, other: Station): boolean {
  return one.pair.id === other.pair.id && one.criterion === other.criterion;
}
