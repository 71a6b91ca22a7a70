"use client";

import { Field } from "#components/ui/field.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { Select } from "#components/ui/select.tsx";

export interface ShareChoice {
  withAnswers: boolean;
  /** Null: until it is taken back. */
  days: number | null;
}

const EXPIRIES: readonly { days: number | null; label: string }[] = [
  { days: 1, label: "1 day" },
  { days: 7, label: "7 days" },
  { days: 30, label: "30 days" },
  { days: 90, label: "90 days" },
  { days: 365, label: "1 year" },
  { days: null, label: "Until I take it back" },
];

interface ShareChoicesProps {
  choice: ShareChoice;
  onChoice: (choice: ShareChoice) => void;
  hasAnswers: boolean;
  /** The prompts have been edited since they were run. */
  hasEdits: boolean;
}

export function ShareChoices({ choice, onChoice, hasAnswers, hasEdits }: ShareChoicesProps) {
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-start gap-x-5 gap-y-3">
        <div className="flex flex-col gap-1">
          <span aria-hidden className="text-sm font-medium">
            Share
          </span>
          <Segmented
            label="What to share"
            value={choice.withAnswers && hasAnswers ? "answers" : "prompts"}
            onChange={(what) => onChoice({ ...choice, withAnswers: what === "answers" })}
            options={[
              { value: "answers", label: "Prompts and answers", disabled: !hasAnswers },
              { value: "prompts", label: "Prompts only" },
            ]}
          />
        </div>
        <Field label="Can be read for" className="w-44">
          {(control) => (
            <Select
              {...control}
              value={String(choice.days)}
              onChange={(event) => {
                const chosen = EXPIRIES.find(({ days }) => String(days) === event.target.value);
                if (chosen !== undefined) onChoice({ ...choice, days: chosen.days });
              }}
            >
              {EXPIRIES.map(({ days, label }) => (
                <option key={label} value={String(days)}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      {!hasAnswers && (
        <p className="text-sm text-soft">
          There are no finished answers to share yet. Press Run to get some.
        </p>
      )}
      {hasEdits && (
        <p className="text-sm text-soft">
          The answers belong to the prompts as they were when you pressed Run; those prompts are shared.
        </p>
      )}
    </div>
  );
}
