"use client";

import { CircleDashed } from "lucide-react";
import { Fragment, type KeyboardEvent, type ReactNode, useId } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { type ContractRow, type Sign, signOf, type Tally } from "./rows.ts";

interface ContractTableProps {
  rows: readonly ContractRow[];
  /** The check that is open: its evidence is marked wherever it stands. */
  evidence: string | null;
  /** Opens a row, or closes the one that is open. Absent where rows only tell. */
  onEvidence?: (check: string) => void;
  /** What stands under a row that is open. */
  detail?: (row: ContractRow) => ReactNode;
}

/** One row a promise: Before's mark on its left, After's on its right, so that the eye compares along a line. */
export function ContractTable({ rows, evidence, onEvidence, detail }: ContractTableProps) {
  const ownId = useId();
  return (
    <table className="w-full table-fixed border-collapse text-[0.84375rem]">
      <caption className="pb-2 text-left text-sm">
        <span className="font-semibold">Contract</span>{" "}
        <span className="text-soft">what both answers are held against</span>
      </caption>
      <thead>
        <tr className="text-xs">
          <th scope="col" className="w-17 pb-1.5 text-left font-semibold text-before">
            Before
          </th>
          <th scope="col" className="pb-1.5 font-medium text-soft">
            <VisuallyHidden>Check</VisuallyHidden>
          </th>
          <th scope="col" className="w-17 pb-1.5 text-right font-semibold text-after">
            After
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const open = evidence === row.id;
          const detailId = `${ownId}-${row.id}`;
          return (
            <Fragment key={row.id}>
              <tr className={classNames("border-t border-line", open && "bg-hair")}>
                <td className="py-1.5 pl-1 text-left">
                  <Mark tally={row.before} side="left" off={row.off} />
                </td>
                <th scope="row" className="px-1 py-1.5 text-center font-normal wrap-anywhere">
                  {onEvidence === undefined ? (
                    <span className={row.off ? "text-soft line-through" : undefined}>{row.label}</span>
                  ) : (
                    <button
                      type="button"
                      data-check={row.id}
                      aria-expanded={open}
                      aria-controls={open && detail !== undefined ? detailId : undefined}
                      onClick={() => onEvidence(row.id)}
                      onKeyDown={open ? closeOnEscape(() => onEvidence(row.id)) : undefined}
                      className={classNames(
                        "min-h-6 w-full rounded-sm px-1 underline-offset-3 hover:underline pointer-coarse:min-h-11",
                        row.off && "text-soft line-through",
                        open && "font-semibold",
                      )}
                    >
                      {row.label}
                    </button>
                  )}
                  <Weight {...row} />
                </th>
                <td className="py-1.5 pr-1 text-right">
                  <Mark tally={row.after} side="right" off={row.off} />
                </td>
              </tr>
              {open && detail !== undefined && (
                <tr className="bg-hair">
                  <td
                    id={detailId}
                    colSpan={3}
                    className="px-2.5 pt-0.5 pb-3"
                    onKeyDown={closeOnEscape(() => {
                      document.querySelector<HTMLElement>(`[data-check="${row.id}"]`)?.focus();
                      onEvidence?.(row.id);
                    })}
                  >
                    {detail(row)}
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

/** Escape closes what is open here; elsewhere on the page it stops a run. */
function closeOnEscape(close: () => void) {
  return (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  };
}

/** Why a promise stands here and decides nothing. */
function Weight({ judged, hard, off, byJudge }: Pick<ContractRow, "judged" | "hard" | "off" | "byJudge">) {
  if (hard && !judged && !off) return null;
  const words = off
    ? "switched off"
    : byJudge
      ? "a judge’s word, no rule"
      : judged
        ? "for people to judge"
        : "does not count";
  return <span className="block text-xs text-soft">{words}</span>;
}

const SIGNS: Record<Sign, { glyph: ReactNode; look: string }> = {
  all: { glyph: "✓", look: "text-good" },
  some: { glyph: "–", look: "text-bad" },
  none: { glyph: "✕", look: "text-bad" },
  undecided: { glyph: "?", look: "text-soft" },
  "left-out": { glyph: <CircleDashed aria-hidden size={13} />, look: "text-soft" },
  nothing: { glyph: "·", look: "text-soft" },
};

interface MarkProps {
  tally: Tally;
  side: "left" | "right";
  off: boolean | undefined;
}

/** "✕ 0/5" on the left, "5/5 ✓" on the right; for ears "0 of 5 kept". */
export function Mark({ tally, side, off }: MarkProps) {
  if (off) return <VisuallyHidden>switched off</VisuallyHidden>;
  const sign = signOf(tally);
  const { glyph, look } = SIGNS[sign];
  const decided = tally.kept + tally.broken;
  const number = decided === 0 ? "" : `${tally.kept}/${decided}`;
  const some = decided > 0 && tally.leftOut > 0;
  return (
    <span
      className={classNames(
        "inline-flex items-center gap-1.5 font-semibold whitespace-nowrap",
        side === "right" && "flex-row-reverse",
        look,
      )}
    >
      <VisuallyHidden>{tallyWords(tally)}</VisuallyHidden>
      <span aria-hidden>{glyph}</span>
      {number !== "" && (
        <span aria-hidden>
          {number}
          {tally.open > 0 && <span className="font-normal text-soft">…</span>}
        </span>
      )}
      {some && <CircleDashed aria-hidden size={11} className="text-soft" />}
    </span>
  );
}

/** "3 of 4 kept, 1 left out", for ears and for the open row. */
export function tallyWords(tally: Tally): string {
  const { kept, broken, undecided, leftOut, open } = tally;
  const counts = [
    kept + broken > 0 ? `${kept} of ${kept + broken} kept` : "",
    undecided > 0 ? `${kept + broken > 0 ? `${undecided} undecided` : `undecided in ${undecided}`}` : "",
    leftOut > 0 ? `${leftOut} left out` : "",
    open > 0 ? `${open} still to come` : "",
  ].filter((words) => words !== "");
  return counts.length === 0 ? "not run yet" : counts.join(", ");
}
