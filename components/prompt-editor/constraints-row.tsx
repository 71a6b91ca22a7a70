"use client";

import { Plus, X } from "lucide-react";
import { lazy, Suspense, useCallback, useId, useRef, useState } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { Spinner } from "#components/ui/spinner.tsx";
import { MAX_CONSTRAINTS } from "#lib/base/limits.ts";
import type { Constraint } from "#lib/constraints/registry.ts";
import { ConflictNote } from "./conflict-note.tsx";
import { LabelledRow } from "./part-row.tsx";
import { isPromised, type Remarks, remarksOn } from "./remarks.ts";
import type { SideTone } from "./tone.tsx";

const ConstraintForm = lazy(() =>
  import("./constraint-form.tsx").then((module) => ({ default: module.ConstraintForm })),
);

/** What the row has to know of constraints, so that it needs no code for any one kind. */
export interface ConstraintTools {
  chipOf: (constraint: Constraint) => string;
}

interface ConstraintsRowProps {
  constraints: readonly Constraint[];
  onChange: (constraints: Constraint[]) => void;
  tone: SideTone;
  tools: ConstraintTools;
  remarks: Remarks;
  problem?: string;
}

const CHIP: Record<SideTone, string> = {
  cool: "bg-before-wash text-before",
  warm: "bg-after-wash text-after",
};

/** A line of its own around it, not colour alone. */
const PROMISED_CHIP = "outline-2 outline-offset-1 outline-current";

/** The promises as chips. A chip opens its form; so does "Add constraint", in the same place. */
export function ConstraintsRow(props: ConstraintsRowProps) {
  const { constraints, onChange, tone, tools, remarks, problem } = props;
  const labelId = useId();
  const [open, setOpen] = useState<number | "new" | null>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const chips = constraints.map((constraint, index) => ({
    constraint,
    index,
    key: `${index} ${JSON.stringify(constraint)}`,
  }));
  const edited = typeof open === "number" ? constraints[open] : undefined;

  const { conflictsWith } = remarks;
  const openConflicts = useCallback(
    (constraint: Constraint) => conflictsWith(constraint, typeof open === "number" ? open : null),
    [conflictsWith, open],
  );
  const close = () => {
    setOpen(null);
    addButton.current?.focus();
  };
  return (
    <LabelledRow label={<span id={labelId}>Constraints</span>}>
      <div className="px-4 py-1.5">
        <ul aria-labelledby={labelId} className="flex flex-wrap items-center gap-1.5">
          {chips.map(({ constraint, index, key }) => {
            const name = tools.chipOf(constraint);
            const promised = isPromised(remarks, "constraints", index);
            return (
              <li
                key={key}
                className={classNames(
                  "inline-flex max-w-full items-stretch rounded-sm text-sm font-medium",
                  CHIP[tone],
                  promised && PROMISED_CHIP,
                )}
              >
                <button
                  type="button"
                  aria-expanded={open === index}
                  aria-current={promised ? "true" : undefined}
                  title="Edit"
                  onClick={() => setOpen(open === index ? null : index)}
                  className="min-h-6 min-w-0 rounded-sm py-0.5 pr-1 pl-2 text-left wrap-anywhere underline-offset-2 hover:underline pointer-coarse:min-h-9"
                >
                  {name}
                </button>
                <button
                  type="button"
                  aria-label={`Remove ${name}`}
                  onClick={() => {
                    onChange(constraints.filter((_, at) => at !== index));
                    close();
                  }}
                  className="inline-flex w-6 shrink-0 items-center justify-center rounded-sm opacity-80 hover:bg-ink/10 hover:opacity-100 pointer-coarse:w-9"
                >
                  <X aria-hidden size={13} />
                </button>
              </li>
            );
          })}
          {constraints.length < MAX_CONSTRAINTS && (
            <li>
              <button
                ref={addButton}
                type="button"
                aria-expanded={open === "new"}
                onClick={() => setOpen(open === "new" ? null : "new")}
                className="inline-flex min-h-6 items-center gap-1 rounded-sm border border-dashed border-control px-2 text-sm font-medium text-soft hover:border-ink hover:text-ink pointer-coarse:min-h-9"
              >
                <Plus aria-hidden size={13} />
                Add constraint
              </button>
            </li>
          )}
        </ul>
        {problem !== undefined && <p className="mt-1 text-sm text-bad">{problem}</p>}
        {open === null && <ConflictNote sentences={remarksOn(remarks, "constraints")} className="mt-1" />}
        {open !== null && (
          <Suspense fallback={<Spinner className="m-3" />}>
            <ConstraintForm
              key={open}
              initial={edited}
              conflictsWith={openConflicts}
              onCancel={close}
              onDone={(constraint) => {
                onChange(
                  edited === undefined
                    ? [...constraints, constraint]
                    : constraints.map((old) => (old === edited ? constraint : old)),
                );
                close();
              }}
            />
          </Suspense>
        )}
      </div>
    </LabelledRow>
  );
}
