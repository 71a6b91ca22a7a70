"use client";

import { useMemo } from "react";
import { Mark } from "#components/contract/contract-table.tsx";
import { contractRows } from "#components/contract/rows.ts";
import { classNames } from "#components/ui/class-names.ts";
import type { Comparison } from "#lib/comparison/schema.ts";
import { usePlayground } from "./context.tsx";
import { nameOf, ownName } from "./played.ts";

/** A wide table scrolls by itself, for a keyboard too. */
const REACHABLE = { tabIndex: 0 } as const;
const LOOKS = ["text-before", "text-after"];

/** The whole contract over all variants of a run: one row a promise, one column a variant. */
export function FurtherMarks({ comparison, className }: { comparison: Comparison; className?: string }) {
  const engine = usePlayground((state) => state.engine);
  const view = usePlayground((state) => state.run?.view ?? null);
  const early = usePlayground((state) => state.early);
  const promises = useMemo(
    () =>
      (engine?.allChecks(comparison) ?? []).map(({ id, label, constraint, hard, off }) => ({
        id,
        label: label ?? engine?.chipOf(constraint) ?? id,
        hard,
        judged: constraint.kind === "other",
        off,
      })),
    [engine, comparison],
  );
  const columns = useMemo(
    () => comparison.variants.map(({ id }) => contractRows(promises, { before: id, after: id }, view, early)),
    [comparison, promises, view, early],
  );
  if (promises.length === 0) return null;
  return (
    <section
      aria-label="All variants" // Positioned, so that what is there for ears only scrolls with its table.
      className={classNames("relative overflow-x-auto", className)}
      {...REACHABLE}
    >
      <table className="w-full min-w-max border-collapse text-[0.84375rem]">
        <thead>
          <tr className="text-xs">
            <th scope="col" className="pr-4 pb-1.5 text-left align-bottom font-medium text-soft">
              How often each promise was kept
            </th>
            {comparison.variants.map(({ id }, index) => (
              <th
                key={id}
                scope="col"
                className={classNames(
                  "w-24 max-w-32 px-2 pb-1.5 text-left align-bottom font-semibold",
                  LOOKS[index],
                )}
              >
                {nameOf(comparison, index)}
                {index < 2 && ownName(comparison, index) !== "" && (
                  <span className="block font-normal text-soft">{ownName(comparison, index)}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {promises.map(({ id, label, off }, row) => (
            <tr key={id} className="border-t border-line">
              <th
                scope="row"
                className={classNames(
                  "max-w-64 py-1.5 pr-4 text-left font-normal",
                  off && "text-soft line-through",
                )}
              >
                {label}
              </th>
              {columns.map((rows, index) => {
                const tally = rows[row]?.before;
                return (
                  <td key={comparison.variants[index]?.id} className="px-2 py-1.5">
                    {tally !== undefined && <Mark tally={tally} side="left" off={off} />}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
