"use client";

import { CircleDashed } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import type { CheckResult } from "#lib/checks/types.ts";
import { tallyWords } from "./contract-table.tsx";
import { excerpts } from "./excerpts.ts";
import type { ContractRow } from "./rows.ts";

/** The answer that a side shows, as far as one check looks at it. */
export interface ShownAnswer {
  /** "sample 2 of 5". */
  name: string;
  text: string;
  /** Missing while nothing can be told. */
  result: CheckResult | undefined;
  standing: "waiting" | "writing" | "ended" | "left-out";
}

interface CheckDetailProps {
  row: ContractRow;
  before: ShownAnswer | null;
  after: ShownAnswer | null;
  /** Where the promise stands: "Opening line of the After prompt". */
  source: string;
  actions: ReactNode;
}

/** What one check found in the two answers that are shown, in words: the marks in the texts say the same in place. */
export function CheckDetail({ row, before, after, source, actions }: CheckDetailProps) {
  return (
    <section aria-label={`${row.label}: evidence`} className="flex flex-col gap-2.5 text-sm">
      {(before !== null || after !== null) && (
        <div className="grid grid-cols-2 gap-x-4">
          <Side label="Before" look="text-before" answer={before} row={row} tally={row.before} />
          <Side label="After" look="text-after" answer={after} row={row} tally={row.after} />
        </div>
      )}
      <p className="text-xs text-soft">{source}</p>
      <div className="-ml-2 flex flex-wrap gap-x-1">{actions}</div>
    </section>
  );
}

interface SideProps {
  label: string;
  look: string;
  answer: ShownAnswer | null;
  row: ContractRow;
  tally: ContractRow["before"];
}

function Side({ label, look, answer, row, tally }: SideProps) {
  if (answer === null) return <div />;
  return (
    <div className="flex min-w-0 flex-col gap-1 wrap-anywhere">
      <p className="text-xs text-soft">
        <span className={classNames("font-semibold", look)}>{label}</span>, {answer.name}
      </p>
      <Found answer={answer} judged={row.judged} />
      <p className="text-xs text-soft">{capital(tallyWords(tally))}</p>
    </div>
  );
}

const MARKS = {
  pass: { glyph: "✓", word: "Kept", look: "text-good" },
  fail: { glyph: "✕", word: "Broken", look: "text-bad" },
  undecided: { glyph: "?", word: "Undecided", look: "text-soft" },
} as const;

function Found({ answer, judged }: { answer: ShownAnswer; judged: boolean }) {
  const { result, standing, text } = answer;
  if (standing === "left-out") {
    return (
      <p className="flex gap-1.5 text-soft">
        <CircleDashed aria-hidden size={13} className="mt-1 shrink-0" />
        Left out: this answer did not come to its end.
      </p>
    );
  }
  if (result === undefined) {
    const words = standing === "ended" ? "Not held yet." : "Nothing can be told yet.";
    return <p className="text-soft">{words}</p>;
  }
  if (judged) return <p className="text-soft">No rule can tell. Read both answers and decide.</p>;
  const { glyph, word, look } = MARKS[result.result];
  return (
    <>
      <p className="flex gap-1.5">
        <span aria-hidden className={classNames("font-bold", look)}>
          {glyph}
        </span>
        <span className="min-w-0">
          <span className="sr-only">{word}: </span>
          <b className={classNames("font-semibold", look)}>{result.found}</b>
          {result.result !== "pass" && <span className="text-soft">, asked for {result.asked}</span>}
        </span>
      </p>
      <Excerpts result={result} text={text} />
    </>
  );
}

/** The marked places in words, for ears and for a phone where the answer is behind another tab. */
function Excerpts({ result, text }: { result: CheckResult; text: string }) {
  const { shown, more } = excerpts(text, result.spans);
  if (shown.length === 0) return null;
  return (
    <ul aria-label="Evidence" className="border-l-2 border-line pl-2 font-serif text-[0.875rem] leading-snug">
      {shown.map(({ start, words }) => (
        <li key={start} className="written truncate">
          {words}
        </li>
      ))}
      {more > 0 && <li className="font-sans text-xs text-soft">and {more} more</li>}
    </ul>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
