"use client";

import { classNames } from "#components/ui/class-names.ts";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { type ContractRow, type Sign, signOf, type Tally } from "./rows.ts";

interface ContractTableProps {
  rows: readonly ContractRow[];
  /** The check whose evidence is marked in the outputs. */
  evidence: string | null;
  /** Absent while there is no output to mark anything in. */
  onEvidence?: (check: string) => void;
}

/** One row a promise: Before's mark on its left, After's on its right, so that the eye compares along a line. */
export function ContractTable({ rows, evidence, onEvidence }: ContractTableProps) {
  return (
    <table className="w-full table-fixed border-collapse text-[0.84375rem]">
      <caption className="pb-2 text-left text-sm">
        <span className="font-semibold">Contract</span>{" "}
        <span className="text-soft">what the after prompt asks for</span>
      </caption>
      <thead>
        <tr className="text-xs">
          <th scope="col" className="w-16 pb-1.5 text-left font-semibold text-before">
            Before
          </th>
          <th scope="col" className="pb-1.5 font-medium text-soft">
            <VisuallyHidden>Check</VisuallyHidden>
          </th>
          <th scope="col" className="w-16 pb-1.5 text-right font-semibold text-after">
            After
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className={classNames("border-t border-line", evidence === row.id && "bg-hair")}>
            <td className="py-1.5 pl-1 text-left">
              <Mark tally={row.before} side="left" />
            </td>
            <th scope="row" className="px-1 py-1.5 text-center font-normal wrap-anywhere">
              {onEvidence === undefined ? (
                row.label
              ) : (
                <button
                  type="button"
                  aria-pressed={evidence === row.id}
                  title="Mark the evidence in both answers"
                  onClick={() => onEvidence(row.id)}
                  className="min-h-6 w-full rounded-sm px-1 underline-offset-3 hover:underline pointer-coarse:min-h-11"
                >
                  {row.label}
                </button>
              )}
              <Weight judged={row.judged} hard={row.hard} />
            </th>
            <td className="py-1.5 pr-1 text-right">
              <Mark tally={row.after} side="right" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Why a promise stands here and decides nothing. */
function Weight({ judged, hard }: Pick<ContractRow, "judged" | "hard">) {
  if (hard && !judged) return null;
  return <span className="block text-xs text-soft">{judged ? "for people to judge" : "does not count"}</span>;
}

const SIGNS: Record<Sign, { glyph: string; look: string }> = {
  all: { glyph: "✓", look: "text-good" },
  some: { glyph: "–", look: "text-bad" },
  none: { glyph: "✕", look: "text-bad" },
  undecided: { glyph: "?", look: "text-soft" },
  nothing: { glyph: "·", look: "text-soft" },
};

/** "✕ 0/5" on the left, "5/5 ✓" on the right; for ears "0 of 5 kept". */
function Mark({ tally, side }: { tally: Tally; side: "left" | "right" }) {
  const sign = signOf(tally);
  const { glyph, look } = SIGNS[sign];
  const decided = tally.kept + tally.broken;
  const number = decided === 0 ? "" : `${tally.kept}/${decided}`;
  return (
    <span className={classNames("inline-flex items-center gap-1.5 font-semibold whitespace-nowrap", look)}>
      <VisuallyHidden>{words(sign, tally)}</VisuallyHidden>
      <span aria-hidden className={side === "left" ? "order-first" : "order-last"}>
        {glyph}
      </span>
      {number !== "" && <span aria-hidden>{number}</span>}
    </span>
  );
}

function words(sign: Sign, { kept, broken, undecided }: Tally): string {
  if (sign === "nothing") return "not run yet";
  if (sign === "undecided") return `undecided in ${undecided}`;
  return `${kept} of ${kept + broken} kept${undecided > 0 ? `, ${undecided} undecided` : ""}`;
}
