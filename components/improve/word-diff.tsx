"use client";

import { type ReactNode, useEffect, useState } from "react";
import { compareTexts, type DiffPiece } from "#components/playground/differences.ts";
import { classNames } from "#components/ui/class-names.ts";

type Both = readonly [readonly DiffPiece[], readonly DiffPiece[]] | null;

interface WordDiffProps {
  /** What stands there; empty for nothing. */
  now: string;
  nowLabel: string;
  proposed: string;
}

/** A text that scrolls by itself can be reached with the keyboard. */
const LONG_CHARS = 1_200;

/** What stands there and what is proposed, one below the other, with the words that differ marked. */
export function WordDiff({ now, nowLabel, proposed }: WordDiffProps) {
  const [compared, setCompared] = useState<{ now: string; proposed: string; both: Both } | null>(null);
  useEffect(() => {
    let wanted = true;
    if (now !== "") {
      void compareTexts(now, proposed).then((both) => {
        if (wanted) setCompared({ now, proposed, both });
      });
    }
    return () => {
      wanted = false;
    };
  }, [now, proposed]);
  const both = compared?.now === now && compared.proposed === proposed ? compared.both : null;
  return (
    <dl className="mt-1 grid gap-y-1.5">
      {now !== "" && (
        <Line label={nowLabel} long={now.length > LONG_CHARS} className="text-soft">
          {both === null ? now : both[0].map((piece) => <Removed key={piece.start} piece={piece} />)}
        </Line>
      )}
      <Line label={now === "" ? "New" : "Proposed"} long={proposed.length > LONG_CHARS}>
        {both === null ? proposed : both[1].map((piece) => <Added key={piece.start} piece={piece} />)}
      </Line>
    </dl>
  );
}

function Removed({ piece: { own, text } }: { piece: DiffPiece }) {
  return own ? <del className="decoration-1">{text}</del> : <span>{text}</span>;
}

function Added({ piece: { own, text } }: { piece: DiffPiece }) {
  if (!own) return <span>{text}</span>;
  return <ins className="rounded-[3px] bg-mark decoration-1 underline-offset-4">{text}</ins>;
}

interface LineProps {
  label: string;
  long: boolean;
  className?: string;
  children: ReactNode;
}

/** It scrolls by itself: a keyboard has to get there. */
const REACHABLE = { tabIndex: 0 } as const;

function Line({ label, long, className, children }: LineProps) {
  return (
    <div className="grid grid-cols-[4.25rem_minmax(0,1fr)] items-baseline gap-x-2.5 max-md:grid-cols-1">
      <dt className="text-xs text-soft">{label}</dt>
      <dd className={classNames("font-serif text-lg written wrap-anywhere whitespace-pre-wrap", className)}>
        {long ? (
          <section aria-label={label} {...REACHABLE} className="written max-h-72 overflow-y-auto rounded-sm">
            {children}
          </section>
        ) : (
          children
        )}
      </dd>
    </div>
  );
}
