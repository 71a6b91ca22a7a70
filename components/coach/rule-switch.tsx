"use client";

import { Checkbox } from "#components/ui/checkbox.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { useSwitchedOff } from "./switched-off.ts";

/** Whether this browser shows the notes of a rule; dismissing one in the playground switches it off here. */
export function RuleSwitch({ id, title }: { id: string; title: string }) {
  const { off, setOff } = useSwitchedOff();
  return (
    <Checkbox
      label={
        <>
          Show<VisuallyHidden> the rule {title}</VisuallyHidden>
        </>
      }
      checked={!off.has(id)}
      onChange={(event) => setOff(id, !event.target.checked)}
      className="shrink-0 text-sm text-soft print:hidden"
    />
  );
}
