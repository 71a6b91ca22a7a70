"use client";

import { useEffect, useState } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { compareTexts, type DiffPiece } from "./differences.ts";
import { PlainText } from "./plain-text.tsx";
import type { Side } from "./state.ts";

interface DiffTextProps {
  side: Side;
  text: string;
  other: string;
}

type Compared = { text: string; other: string; pieces: readonly DiffPiece[] | null };

/** Marked pieces are drawn up to this many characters; the rest stays one click away. */
const DRAWN_CHARS = 120_000;

/** One answer with the words that only this side has. They are underlined as well as tinted. */
export function DiffText({ side, text, other }: DiffTextProps) {
  const [compared, setCompared] = useState<Compared | null>(null);

  useEffect(() => {
    let wanted = true;
    const [before, after] = side === 0 ? [text, other] : [other, text];
    void compareTexts(before, after).then((both) => {
      if (wanted) setCompared({ text, other, pieces: both?.[side] ?? null });
    });
    return () => {
      wanted = false;
    };
  }, [side, text, other]);

  if (compared === null || compared.text !== text || compared.other !== other)
    return <PlainText text={text} />;
  if (compared.pieces === null) {
    return (
      <>
        <p className="mb-3 font-sans text-sm text-soft">
          These two answers are too long or too different to mark word by word.
        </p>
        <PlainText text={text} />
      </>
    );
  }
  const drawn = compared.pieces.filter(({ start }) => start < DRAWN_CHARS);
  const last = drawn.at(-1);
  const rest = last === undefined ? "" : text.slice(last.start + last.text.length);
  return (
    <>
      <div className="written wrap-anywhere whitespace-pre-wrap">
        {drawn.map(({ start, text: words, own }) =>
          own ? (
            <ins key={start} className={classNames("decoration-2 underline-offset-4", OWN[side])}>
              {words}
            </ins>
          ) : (
            <span key={start}>{words}</span>
          ),
        )}
      </div>
      {rest !== "" && <PlainText text={rest} />}
    </>
  );
}

const OWN = [
  "rounded-[3px] bg-before-wash decoration-before decoration-dotted",
  "rounded-[3px] bg-after-wash decoration-after",
] as const;
