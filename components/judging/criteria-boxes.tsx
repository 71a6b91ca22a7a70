"use client";

import { Checkbox } from "#components/ui/checkbox.tsx";
import type { SoftCriterion } from "#lib/judging/criteria.ts";

interface CriteriaBoxesProps {
  /** Names the group, such as "Questions". */
  legend: string;
  criteria: readonly SoftCriterion[];
  chosen: readonly string[];
  onChosen: (ids: string[]) => void;
}

/** Which questions are asked, in their own order; at least one stays. */
export function CriteriaBoxes({ legend, criteria, chosen, onChosen }: CriteriaBoxesProps) {
  if (criteria.length < 2) return null;
  return (
    <fieldset className="flex flex-wrap items-center gap-x-5 gap-y-0.5 text-ink">
      <legend className="sr-only">{legend}</legend>
      {criteria.map(({ id, label }) => {
        const on = chosen.includes(id);
        return (
          <Checkbox
            key={id}
            label={label}
            checked={on}
            disabled={on && chosen.length === 1}
            onChange={() =>
              onChosen(
                criteria.map((one) => one.id).filter((one) => (one === id ? !on : chosen.includes(one))),
              )
            }
          />
        );
      })}
    </fieldset>
  );
}
