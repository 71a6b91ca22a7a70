"use client";

import { useState } from "react";
import { ConstraintForm } from "#components/prompt-editor/constraint-form.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { CheckDraft } from "#lib/comparison/edit-checks.ts";

interface CheckFormProps {
  /** The check to edit; a new one without it. */
  initial?: CheckDraft;
  onDone: (check: CheckDraft) => void;
  onCancel: () => void;
}

/** A check of one's own: a constraint that goes into no prompt, with a name and its weight. */
export function CheckForm({ initial, onDone, onCancel }: CheckFormProps) {
  const [label, setLabel] = useState(initial?.label ?? "");
  const [hard, setHard] = useState(initial?.hard ?? true);
  return (
    <ConstraintForm
      name={initial === undefined ? "New check" : "Edit check"}
      initial={initial?.constraint}
      onDone={(constraint) => onDone({ constraint, label, hard })}
      onCancel={onCancel}
      more={
        <>
          <Field label="Name (optional)">
            {(control) => (
              <TextInput
                {...control}
                value={label}
                maxLength={200}
                placeholder="speaks of hope"
                onChange={(event) => setLabel(event.target.value)}
              />
            )}
          </Field>
          <Checkbox
            label="Counts in the verdict"
            checked={hard}
            onChange={(event) => setHard(event.target.checked)}
          />
        </>
      }
    />
  );
}
