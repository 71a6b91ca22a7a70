"use client";

import { useState } from "react";
import { counted } from "#components/playground/format.ts";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { type Ballot, forNextVoter, nextStation, stationsOf, votesOn } from "#lib/judging/ballot.ts";
import { CriteriaBoxes } from "./criteria-boxes.tsx";
import { Invitation } from "./invitation.tsx";
import type { Answers } from "./use-answers.ts";
import type { ChangeBallot } from "./use-ballot.ts";
import { useOpener } from "./use-opener.ts";
import { VoteSession } from "./vote-session.tsx";

interface VoteRegionProps {
  answers: Answers;
  ballot: Ballot;
  onBallot: ChangeBallot;
  open: boolean;
  onOpen: (open: boolean) => void;
  className?: string;
}

/** Blind voting: closed it invites, open it is one pair after the other. */
export function VoteRegion({ answers, ballot, onBallot, open, onOpen, className }: VoteRegionProps) {
  const [questions, setQuestions] = useState<readonly string[]>(() => questionsSoFar(answers, ballot));
  // Answers that arrive while somebody votes wait for the next time.
  const [session, setSession] = useState(answers);
  const stations = stationsOf(answers.pairs, questions, ballot);
  const left = stations.filter((station) => nextStation([station], ballot) !== null).length;

  const opener = useOpener(open);
  const start = () => {
    setSession(answers);
    if (votesOn(answers.pairs, ballot).length === 0) {
      onBallot((present) => forNextVoter(answers.pairs, present));
    }
    onOpen(true);
  };
  return (
    <section aria-label="Blind vote" className={classNames("min-w-0", className)}>
      {open ? (
        <VoteSession
          answers={session}
          questions={questions}
          ballot={ballot}
          onBallot={onBallot}
          onClose={() => onOpen(false)}
        />
      ) : (
        <Invitation
          heading="Blind vote"
          actions={
            stations.length > 0 && (
              <>
                <Button ref={opener} onClick={start}>
                  {left === 0 ? "Show the votes" : "Vote blind"}
                </Button>
                <span className="text-sm text-soft">{standing(stations.length, left)}</span>
              </>
            )
          }
        >
          <p>{invitationWords(answers, stations.length)}</p>
          <CriteriaBoxes
            legend="Questions"
            criteria={answers.criteria}
            chosen={questions}
            onChosen={setQuestions}
          />
        </Invitation>
      )}
    </section>
  );
}

/** Those that votes exist for; at first the one that every comparison has. */
function questionsSoFar({ criteria }: Answers, { votes }: Ballot): string[] {
  const voted = new Set(votes.map(({ criterion }) => criterion));
  const known = criteria.map(({ id }) => id).filter((id) => voted.has(id));
  return known.length > 0 ? known : [criteria[0].id];
}

function invitationWords({ demonstration }: Answers, stations: number): string {
  if (stations === 0) {
    return "Nothing to vote on: the two sides wrote word for word the same.";
  }
  const what = "Which answer do you like better, when you do not know where it came from?";
  return demonstration
    ? `${what} These are bundled or simulated answers, so this is practice: it says nothing about a model.`
    : what;
}

function standing(stations: number, left: number): string {
  if (left === stations) return counted(stations, "vote");
  return left === 0 ? `${counted(stations, "vote")} cast` : `${left} of ${counted(stations, "vote")} left`;
}
