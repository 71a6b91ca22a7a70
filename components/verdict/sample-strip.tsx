import { classNames } from "#components/ui/class-names.ts";
import type { Outcome, PlannedPair } from "#lib/statistics/seen.ts";
import { markOf, named } from "./words.ts";

/** One mark a sample, in planned order, Before above After. A table stands behind it. */
export function SampleStrip({ pairs, className }: { pairs: readonly PlannedPair[]; className?: string }) {
  const seen = new Set(pairs.flatMap(({ a, b }) => [a, b]));
  const legend = OUTCOMES.filter((outcome) => seen.has(outcome));
  return (
    <div aria-hidden className={className}>
      <Row label="Before" look="text-before" pairs={pairs} side="a" />
      <Row label="After" look="text-after" pairs={pairs} side="b" />
      <p className="mt-1.5 flex flex-wrap gap-x-4 pl-18 text-xs text-soft">
        {legend.map((outcome) => (
          <span key={String(outcome)}>
            <Mark outcome={outcome} /> {markOf(outcome).word}
          </span>
        ))}
      </p>
    </div>
  );
}

const OUTCOMES: readonly Outcome[] = [true, false, "missing", "pending"];

interface RowProps {
  label: string;
  look: string;
  pairs: readonly PlannedPair[];
  side: "a" | "b";
}

function Row({ label, look, pairs, side }: RowProps) {
  return (
    <div className="grid grid-cols-[3.5rem_minmax(0,1fr)] gap-x-4 py-0.5 text-sm">
      <span className={classNames("text-right font-semibold", look)}>{label}</span>
      <span className="flex flex-wrap gap-x-1">
        {named(pairs).map((pair) => (
          <Mark key={pair.name} outcome={pair[side]} />
        ))}
      </span>
    </div>
  );
}

function Mark({ outcome }: { outcome: Outcome }) {
  const { glyph, look } = markOf(outcome);
  return <span className={classNames("inline-block w-4 text-center font-bold", look)}>{glyph}</span>;
}
