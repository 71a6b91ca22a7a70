"use client";

import { useMemo, useState } from "react";
import { Field } from "#components/ui/field.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import type { Check, Comparison } from "#lib/comparison/schema.ts";
import { countVariables, variablesIn } from "#lib/prompt/variables.ts";
import { CasePicker } from "./case-picker.tsx";
import { usePlayground } from "./context.tsx";
import { SIDE_LABELS, SIDES } from "./state.ts";

/** One field for each {{variable}}; every prompt gets the same values. With several cases one of them at a time. */
export function VariableValues({ className }: { className?: string }) {
  const variants = usePlayground((state) => state.comparison.variants);
  const checks = usePlayground((state) => state.comparison.checks);
  const cases = usePlayground((state) => state.comparison.cases);
  const problems = usePlayground((state) => state.problems);
  const setValue = usePlayground((state) => state.setValue);
  const [chosen, setChosen] = useState(0);
  const usage = useMemo(() => usageOf(variants, checks), [variants, checks]);
  if (usage.length === 0) return null;
  const at = chosen < cases.length ? chosen : 0;
  const values = cases[at]?.values;
  return (
    <section aria-label="Variables" className={className}>
      <div className="mb-2 flex flex-wrap items-center gap-x-5 gap-y-1.5">
        <h2 className="text-sm font-semibold">
          Variables <span className="font-normal text-soft">the same values go into both prompts</span>
        </h2>
        {cases.length > 1 && <CasePicker cases={cases} at={at} onChange={setChosen} />}
      </div>
      <div className="grid gap-x-7 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
        {usage.map(({ name, hint }) => {
          const field = `cases.${at}.values.${name}`;
          return (
            <Field key={name} label={name} error={problems[field]} hint={hint}>
              {(control) => (
                <TextArea
                  {...control}
                  data-field={field}
                  value={values?.[name] ?? ""}
                  onChange={(event) => setValue(name, event.target.value, at)}
                  className="max-h-60 font-serif text-lg"
                />
              )}
            </Field>
          );
        })}
      </div>
    </section>
  );
}

interface Usage {
  name: string;
  /** Where it stands, when it does not stand on both sides. */
  hint: string | undefined;
}

/** The variables of both prompts in their order, then those of the other prompts and of the checks. */
function usageOf(variants: Comparison["variants"], checks: readonly Check[]): Usage[] {
  const used = variants.map(({ prompt }) => variablesIn(prompt));
  const names = new Set([...used.flat(), ...countVariables(checks).keys()]);
  return [...names].map((name) => {
    const sides = SIDES.filter((side) => used[side]?.includes(name));
    const [only] = sides;
    if (only === undefined) {
      const elsewhere = used.some((each) => each.includes(name));
      return { name, hint: elsewhere ? "In neither Before nor After." : "Only in the checks." };
    }
    return { name, hint: sides.length === 1 ? `Only in ${SIDE_LABELS[only]}.` : undefined };
  });
}
