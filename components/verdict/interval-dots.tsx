import type { Seen, SideSeen } from "#lib/statistics/seen.ts";

/** The pass rate of each side as a dot on a line from 0 to 100 %, with its 95 % interval. A table stands behind it. */
export function IntervalDots({ seen }: { seen: Seen }) {
  return (
    <figure
      aria-hidden
      className="grid grid-cols-[3.5rem_minmax(0,1fr)] grid-rows-[2.25rem_2.25rem_auto] gap-x-4 pr-5"
    >
      <span className="flex h-9 items-center justify-end text-sm font-semibold text-before">Before</span>
      <div className="row-span-3">
        <svg aria-hidden width="100%" height="96" className="block overflow-visible">
          {["0%", "100%"].map((x) => (
            <line key={x} x1={x} x2={x} y1="0" y2="72" className="stroke-line" />
          ))}
          <line x1="50%" x2="50%" y1="0" y2="72" strokeDasharray="3 4" className="stroke-line" />
          <line x1="0" x2="100%" y1="72" y2="72" className="stroke-line" />
          {["0", "50", "100"].map((percent) => (
            <text key={percent} x={`${percent}%`} y="92" textAnchor="middle" className="fill-soft text-xs">
              {`${percent}\u00a0%`}
            </text>
          ))}
          <SideDot side={seen.a} y={18} look="fill-before stroke-before" />
          <SideDot side={seen.b} y={54} look="fill-after stroke-after" />
        </svg>
      </div>
      <span className="flex h-9 items-center justify-end text-sm font-semibold text-after">After</span>
    </figure>
  );
}

function SideDot({ side, y, look }: { side: SideSeen; y: number; look: string }) {
  if (side.interval === null) return null;
  const { low, high } = side.interval;
  return (
    <g className={look}>
      <line x1={at(low)} x2={at(high)} y1={y} y2={y} strokeWidth="3" strokeLinecap="round" />
      <circle cx={at(side.passes / side.samples)} cy={y} r="6" />
    </g>
  );
}

/** A share as a place on the line; SVG takes percentages as attributes, so nothing needs a style. */
function at(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
