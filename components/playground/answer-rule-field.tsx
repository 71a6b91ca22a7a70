"use client";

import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import type { AnswerRule } from "#lib/comparison/answer-rule.ts";
import { usePlayground } from "./context.tsx";

/** The rules that a person can choose by name. */
const CHOICES: readonly { value: string; label: string; rule: AnswerRule | undefined }[] = [
  { value: "auto", label: "what the answers show", rule: undefined },
  { value: "tag", label: "what stands in <answer>", rule: { kind: "tag", tag: "answer" } },
  { value: "label", label: "what follows “Answer”", rule: { kind: "label", label: "Answer" } },
  { value: "last-number", label: "the last number", rule: { kind: "last-number" } },
  { value: "last-line", label: "the last line", rule: { kind: "last-line" } },
  { value: "whole", label: "the whole answer", rule: { kind: "whole" } },
];

/** How the final answer is read where samples are counted. */
export function AnswerRuleField() {
  const rule = usePlayground((state) => state.comparison.settings.answer);
  const setRule = usePlayground((state) => state.setAnswerRule);
  return (
    <Field
      label="Agreement compares"
      hint="From three samples on, answers that say the same are counted."
      className="max-w-64"
    >
      {(control) => (
        <Select
          {...control}
          value={rule?.kind ?? "auto"}
          onChange={(event) => setRule(CHOICES.find(({ value }) => value === event.target.value)?.rule)}
        >
          {CHOICES.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
