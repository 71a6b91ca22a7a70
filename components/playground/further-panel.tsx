"use client";

import { useId, useState } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Segmented } from "#components/ui/segmented.tsx";
import { usePlayground } from "./context.tsx";
import { FurtherAnswer } from "./further-answer.tsx";
import { FurtherMarks } from "./further-marks.tsx";
import { FurtherPrompt } from "./further-prompt.tsx";
import { furtherOf, nameOf } from "./played.ts";

/** One further variant at a time: what is sent, what came back. Above them how all variants keep the contract. */
export function FurtherPanel({ className }: { className?: string }) {
  const titleId = useId();
  const [at, setAt] = useState(0);
  const written = usePlayground((state) => state.comparison);
  const ran = usePlayground((state) => state.run?.comparison);
  const on = usePlayground((state) => state.withFurther);
  const setOn = usePlayground((state) => state.setWithFurther);
  const comparison = ran !== undefined && furtherOf(ran).length > 0 ? ran : written;
  const further = furtherOf(comparison);
  const variant = further[at] ?? further[0];
  if (variant === undefined) return null;
  const names = further.map((_, index) => nameOf(comparison, index + 2));
  const name = names[further.indexOf(variant)] ?? "";
  return (
    <section aria-labelledby={titleId} className={className}>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1 border-t border-line pt-5">
        <h2 id={titleId} className="text-sm font-semibold">
          Also run{further.length === 1 ? `: ${name}` : ""}
        </h2>
        <Checkbox
          label={further.length === 1 ? "With the pair" : `All ${further.length} with the pair`}
          checked={on}
          onChange={(event) => setOn(event.target.checked)}
          className="text-sm text-soft"
        />
      </div>
      {ran === comparison && <FurtherMarks comparison={comparison} className="mt-3" />}
      {further.length > 1 && (
        <Segmented
          label="Further variant"
          value={variant.id}
          onChange={(id) => setAt(further.findIndex((each) => each.id === id))}
          options={further.map(({ id }, index) => ({ value: id, label: names[index] ?? id }))}
          className="mt-4 flex-wrap"
        />
      )}
      <div
        className={classNames(
          "mt-3 grid grid-cols-[minmax(0,1fr)] gap-x-7 gap-y-4 md:grid-cols-[repeat(2,minmax(0,1fr))]",
        )}
      >
        <FurtherPrompt key={`prompt ${variant.id}`} comparison={comparison} variant={variant} name={name} />
        <FurtherAnswer key={variant.id} variant={variant} name={name} />
      </div>
    </section>
  );
}
