"use client";

import { Disclosure } from "#components/ui/disclosure.tsx";
import { type PairwiseSummary, pairwiseSummary, rubricTally } from "#lib/judging/judge-summary.ts";
import { type Judgement, judgementBias } from "#lib/judging/judgement.ts";
import { lengthWords } from "./judge-words.ts";
import { ShareBar } from "./share-bar.tsx";
import type { Answers } from "./use-answers.ts";

/** One block a question: who won the pairs, and how often a side does it by itself. */
export function JudgeVerdicts({ answers, judgement }: { answers: Answers; judgement: Judgement }) {
  const judged = answers.criteria.filter(({ id }) =>
    judgement.judged.some(({ criterion }) => criterion === id),
  );
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-14 gap-y-6 lg:grid-cols-2">
        {judged.map(({ id, label, rubric }) => {
          const summary = pairwiseSummary(id, judgement.judged);
          return (
            <div key={id}>
              <h3 className="text-base font-semibold">{label}</h3>
              <ShareBar
                className="mt-2"
                parts={[
                  { label: "Before won", count: summary.before, look: "before" },
                  { label: "tie", count: summary.ties, look: "tie" },
                  { label: "undecided", count: summary.undecided, look: "none" },
                  { label: "After won", count: summary.after, look: "after" },
                ]}
              />
              {rubric && <RubricWords criterion={id} judgement={judgement} />}
            </div>
          );
        })}
      </div>
      <p className="mt-4 max-w-[72ch] text-sm text-soft">{lengthWords(judgementBias(judgement))}</p>
      <Disclosure summary="By order" className="mt-1">
        <OrderTable
          rows={judged.map(({ id, label }) => ({ label, summary: pairwiseSummary(id, judgement.judged) }))}
        />
      </Disclosure>
    </>
  );
}

function RubricWords({ criterion, judgement }: { criterion: string; judgement: Judgement }) {
  const sides = (["a", "b"] as const).map((side) => rubricTally(criterion, side, judgement.outputs));
  const [before, after] = sides.map(({ kept, broken, undecided }) => {
    const open = undecided === 0 ? "" : `, ${undecided} undecided`;
    return `${kept} of ${kept + broken}${open}`;
  });
  if (sides.every(({ kept, broken, undecided }) => kept + broken + undecided === 0)) return null;
  return (
    <p className="mt-1.5 text-sm text-soft">
      By itself, yes: Before {before}; After {after}.
    </p>
  );
}

/** Wider than a phone: a keyboard can scroll it. */
const REACHABLE = { tabIndex: 0 } as const;

/** What single answers named, with either text shown first: a judge without a lean says the same in both rows. */
function OrderTable({ rows }: { rows: readonly { label: string; summary: PairwiseSummary }[] }) {
  return (
    <section aria-label="By order" {...REACHABLE} className="overflow-x-auto rounded-sm">
      <table className="mt-1 border-collapse text-sm">
        <caption className="sr-only">What the judge named, by the text it read first</caption>
        <thead>
          <tr className="text-left text-soft">
            {["Question", "Read first", "Before", "Tie", "After", "Undecided"].map((head) => (
              <th key={head} scope="col" className="py-1 pr-6 font-medium">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.flatMap(({ label, summary }) =>
            (["a", "b"] as const).map((first) => {
              const { before, ties, after, undecided } = summary.orders[first];
              return (
                <tr key={`${label} ${first}`} className="border-t border-line">
                  <th scope="row" className="py-1 pr-6 text-left font-normal wrap-anywhere">
                    {label}
                  </th>
                  <td className="py-1 pr-6">{first === "a" ? "Before" : "After"}</td>
                  {[
                    ["before", before],
                    ["tie", ties],
                    ["after", after],
                    ["undecided", undecided],
                  ].map(([name, count]) => (
                    <td key={name} className="py-1 pr-6">
                      {count}
                    </td>
                  ))}
                </tr>
              );
            }),
          )}
        </tbody>
      </table>
    </section>
  );
}
