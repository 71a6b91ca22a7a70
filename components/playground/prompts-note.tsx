"use client";

import { History } from "lucide-react";
import { lazy, Suspense, useDeferredValue, useId, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Spinner } from "#components/ui/spinner.tsx";
import type { Comparison } from "#lib/comparison/schema.ts";
import { usePlayground } from "./context.tsx";
import { variantOf } from "./sides.ts";
import { SIDES } from "./state.ts";

const RunPrompts = lazy(() => import("./run-prompts.tsx").then((module) => ({ default: module.RunPrompts })));

/** Says that the answers answer other prompts than those that stand above them, and shows or brings back theirs. */
export function PromptsNote({ className }: { className?: string }) {
  const shownId = useId();
  const [shown, setShown] = useState(false);
  const written = useDeferredValue(usePlayground((state) => state.comparison));
  const ran = usePlayground((state) => state.run?.comparison);
  const bringBack = usePlayground((state) => state.bringBackPrompts);
  if (ran === undefined || samePrompts(ran, written)) return null;
  return (
    <div className={classNames("flex flex-col gap-3", className)}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-md bg-hair px-3.5 py-2 text-sm">
        <p className="flex min-w-0 flex-[1_1_18rem] items-start gap-2 text-soft">
          <History aria-hidden size={15} className="mt-0.5 shrink-0" />
          The answers below belong to the prompts as they were when you pressed Run.
        </p>
        <span className="flex flex-wrap gap-1">
          <Button
            look="plain"
            size="small"
            aria-expanded={shown}
            aria-controls={shown ? shownId : undefined}
            onClick={() => setShown(!shown)}
          >
            {shown ? "Hide those prompts" : "Show those prompts"}
          </Button>
          <Button look="plain" size="small" onClick={bringBack}>
            Bring them back
          </Button>
        </span>
      </div>
      {shown && (
        <div id={shownId}>
          <Suspense fallback={<Spinner className="m-3" />}>
            <RunPrompts comparison={ran} />
          </Suspense>
        </div>
      )}
    </div>
  );
}

/** A run that a reload found again has other objects with the same words in them. */
function samePrompts(ran: Comparison, written: Comparison): boolean {
  return SIDES.every((side) => {
    const [one, other] = [variantOf(ran, side).prompt, variantOf(written, side).prompt];
    return one === other || JSON.stringify(one) === JSON.stringify(other);
  });
}
