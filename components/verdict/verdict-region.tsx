"use client";

import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import type { VerdictInput } from "#lib/statistics/verdict-types.ts";
import { IntervalDots } from "./interval-dots.tsx";
import { SampleStrip } from "./sample-strip.tsx";
import { useVerdict } from "./use-verdict.ts";
import { VerdictTables } from "./verdict-tables.tsx";
import { changedWords, softWords, verdictWords } from "./words.ts";

interface VerdictRegionProps {
  input: VerdictInput;
  /** How many checks decide about a sample; without one there is no verdict. */
  promises: number;
  /** How many promises only people or a judge can hold the answers against. */
  judged?: number;
  /** Other checks decide than when the answers were asked for. */
  changed?: boolean;
  /** The way to more evidence. */
  actions?: ReactNode;
  className?: string;
}

/** What the samples amount to, as a sentence, with its evidence and its drawings beside it. */
export function VerdictRegion(props: VerdictRegionProps) {
  const { input, promises, judged: soft = 0, changed = false, actions, className } = props;
  const judged = useVerdict(input);
  if (promises > 0 && judged === null) return null;
  const { heading, details } =
    promises === 0 || judged === null ? NOTHING_TO_HOLD : verdictWords(judged.verdict, promises);
  const drawn = promises > 0 && judged !== null && judged.verdict.seen.pairs > 0 ? judged : null;
  return (
    <section
      aria-label="Verdict"
      className={classNames(
        "grid grid-cols-[minmax(0,1fr)] items-start gap-x-14 gap-y-6 border-t border-line pt-5.5 lg:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)]",
        className,
      )}
    >
      <div>
        <h2 className="font-serif text-verdict text-balance max-md:text-[1.25rem]">{heading}</h2>
        <div className="mt-2 max-w-[72ch] text-soft">
          {[changedWords(changed && !input.demonstration), ...details, softWords(soft)]
            .filter(Boolean)
            .map((detail) => (
              <p key={detail}>{detail}</p>
            ))}
        </div>
        {promises > 0 && actions}
      </div>
      {drawn !== null && (
        <div>
          <IntervalDots seen={drawn.verdict.seen} />
          <SampleStrip pairs={drawn.pairs} className="mt-4" />
          <Disclosure summary="As a table" className="mt-2">
            <VerdictTables seen={drawn.verdict.seen} pairs={drawn.pairs} />
          </Disclosure>
        </div>
      )}
    </section>
  );
}

const NOTHING_TO_HOLD = {
  heading: "No verdict: nothing here is a promise that a rule can check.",
  details: ["Give the After prompt a constraint or an opening line, then run both again."],
};
