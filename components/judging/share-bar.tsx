import { classNames } from "#components/ui/class-names.ts";

export interface SharePart {
  label: string;
  count: number;
  look: "before" | "after" | "tie" | "none";
}

const LOOKS: Record<SharePart["look"], { fill: string; text: string }> = {
  before: { fill: "fill-before", text: "font-semibold text-before" },
  after: { fill: "fill-after", text: "font-semibold text-after" },
  tie: { fill: "fill-line", text: "text-soft" },
  none: { fill: "fill-hair", text: "text-soft" },
};

/** Counts as parts of one line, each with its words below it; the words alone say all of it. */
export function ShareBar({ parts, className }: { parts: readonly SharePart[]; className?: string }) {
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  let from = 0;
  const placed = parts.map((part) => {
    const start = from;
    from += part.count;
    return { ...part, start };
  });
  return (
    <div className={className}>
      <svg aria-hidden width="100%" height="10" className="block overflow-hidden rounded-full bg-hair">
        {placed.map(({ label, count, look, start }) =>
          count === 0 ? null : (
            <rect
              key={label}
              x={share(start, total)}
              width={share(count, total)}
              height="10"
              className={classNames(LOOKS[look].fill, "stroke-paper")}
            />
          ),
        )}
      </svg>
      <ul className="mt-1.5 flex flex-wrap justify-between gap-x-4 text-sm">
        {parts.map(({ label, count, look }) => (
          <li key={label} className={LOOKS[look].text}>
            {label} {count}
          </li>
        ))}
      </ul>
    </div>
  );
}

function share(part: number, total: number): string {
  return total === 0 ? "0" : `${((part / total) * 100).toFixed(3)}%`;
}
