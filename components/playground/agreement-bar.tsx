import { classNames } from "#components/ui/class-names.ts";
import type { Agreement } from "#lib/comparison/agreement.ts";
import type { Side } from "./state.ts";

const FILLS = ["fill-before", "fill-after"] as const;
/** The first answer in full colour, the others fainter and fainter. */
const STRENGTHS = ["opacity-100", "opacity-55", "opacity-35", "opacity-20"];
const HEIGHT = 4;
/** A step of one sample, and the gap between two answers, in the drawing's own units. */
const STEP = 100;
const GAP = 3;

/** One piece an answer, as wide as the samples that gave it. The table beside it says the same in words. */
export function AgreementBar({
  found,
  side,
  className,
}: {
  found: Agreement;
  side: Side;
  className?: string;
}) {
  const width = (found.read + found.unread) * STEP;
  const starts = found.answers.map((_, index) =>
    found.answers.slice(0, index).reduce((sum, { count }) => sum + count * STEP, 0),
  );
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      preserveAspectRatio="none"
      className={classNames("block h-2 w-full overflow-hidden rounded-full", className)}
    >
      <rect width={width} height={HEIGHT} className="fill-hair" />
      {found.answers.map(({ answer, count }, index) => (
        <rect
          key={answer}
          x={starts[index]}
          width={count * STEP - GAP}
          height={HEIGHT}
          className={classNames(FILLS[side], STRENGTHS[Math.min(index, STRENGTHS.length - 1)])}
        />
      ))}
    </svg>
  );
}
