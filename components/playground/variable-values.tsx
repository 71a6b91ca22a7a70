"use client";

import { useMemo } from "react";
import { Field } from "#components/ui/field.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { variablesIn } from "#lib/prompt/variables.ts";
import { usePlayground } from "./context.tsx";
import { variantOf } from "./sides.ts";
import { SIDES } from "./state.ts";

/** One field for each {{variable}} of the two prompts; both sides get the same values. */
export function VariableValues({ className }: { className?: string }) {
  const before = usePlayground((state) => variantOf(state.comparison, 0).prompt);
  const after = usePlayground((state) => variantOf(state.comparison, 1).prompt);
  const values = usePlayground((state) => state.comparison.cases[0]?.values);
  const problems = usePlayground((state) => state.problems);
  const setValue = usePlayground((state) => state.setValue);
  const usage = useMemo(() => {
    const used = [before, after].map((prompt) => variablesIn(prompt));
    const names = [...new Set(used.flat())];
    return names.map((name) => ({ name, sides: SIDES.filter((side) => used[side]?.includes(name)) }));
  }, [before, after]);
  if (usage.length === 0) return null;
  return (
    <section aria-label="Variables" className={className}>
      <h2 className="mb-2 text-sm font-semibold">
        Variables <span className="font-normal text-soft">the same values go into both prompts</span>
      </h2>
      <div className="grid gap-x-7 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
        {usage.map(({ name, sides }) => {
          const field = `cases.0.values.${name}`;
          return (
            <Field
              key={name}
              label={name}
              error={problems[field]}
              hint={sides.length === 1 ? `Only in ${sides[0] === 0 ? "Before" : "After"}.` : undefined}
            >
              {(control) => (
                <TextArea
                  {...control}
                  data-field={field}
                  value={values?.[name] ?? ""}
                  onChange={(event) => setValue(name, event.target.value)}
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
