"use client";

import type { CheckResult } from "#lib/checks/types.ts";

interface CheckListProps {
  label: string;
  results: readonly CheckResult[];
  /** What people called a check, by its id: plainer than what a pattern says. */
  names?: ReadonlyMap<string, string>;
}

const MARKS = {
  pass: { glyph: "✓", word: "kept", look: "text-good" },
  fail: { glyph: "✕", word: "broken", look: "text-bad" },
  undecided: { glyph: "?", word: "undecided", look: "text-soft" },
} as const;

/** Every check on one answer: what was found, what was asked. */
export function CheckList({ label, results, names }: CheckListProps) {
  return (
    <ul
      aria-label={label}
      className="mt-2.5 grid grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-x-5 gap-y-1 border-t border-hair pt-2.5 text-xs"
    >
      {results.map(({ id, result, found, asked }) => (
        <li key={id} className="flex min-w-0 gap-1.5">
          <span aria-hidden className={`w-3 shrink-0 text-center font-bold ${MARKS[result].look}`}>
            {MARKS[result].glyph}
          </span>
          <span className="min-w-0 wrap-anywhere">
            <span className="sr-only">{MARKS[result].word}: </span>
            <Words
              result={result}
              found={found}
              asked={names?.get(id) ?? asked}
              named={names?.has(id) ?? false}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** A kept promise needs one phrase; a broken one needs both: what was found and what was asked. */
function Words({
  result,
  found,
  asked,
  named,
}: Pick<CheckResult, "result" | "found" | "asked"> & { named: boolean }) {
  if (named && result !== "undecided") {
    return (
      <>
        <b className={`font-semibold ${MARKS[result].look}`}>{asked}</b>
        {result === "fail" && found !== "" && <span className="text-soft"> · {found}</span>}
      </>
    );
  }
  const strong = <b className={`font-semibold ${MARKS[result].look}`}>{found === "" ? asked : found}</b>;
  if (result === "pass" || found === "") return strong;
  if (result === "undecided") return <span className="text-soft">{`${asked}: ${found}`}</span>;
  return (
    <>
      {strong} <span className="text-soft">· asked: {asked}</span>
    </>
  );
}
