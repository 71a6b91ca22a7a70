import type { PlannedPair, Seen, SideSeen } from "#lib/statistics/seen.ts";
import { markOf, named, percent } from "./words.ts";

/** What the drawings show, in words and numbers. */
export function VerdictTables({ seen, pairs }: { seen: Seen; pairs: readonly PlannedPair[] }) {
  return (
    <div className="mt-1 overflow-x-auto text-sm">
      <table className={TABLE}>
        <caption className={CAPTION}>How often each side passes</caption>
        <thead>
          <tr className="text-left text-xs text-soft">
            {["Side", "Passed", "Rate", "95\u00a0% interval"].map((name) => (
              <th key={name} scope="col" className={CELL}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <RateRow label="Before" side={seen.a} />
          <RateRow label="After" side={seen.b} />
        </tbody>
      </table>
      <SampleTable pairs={pairs} />
    </div>
  );
}

const TABLE = "w-full border-collapse tabular-nums";
const CAPTION = "pt-2 pb-1 text-left font-semibold";
const CELL = "border-b border-line py-1 pr-4 font-normal";

function RateRow({ label, side: { passes, samples, interval } }: { label: string; side: SideSeen }) {
  return (
    <tr>
      <th scope="row" className={`${CELL} text-left`}>
        {label}
      </th>
      <td className={CELL}>
        {passes} of {samples}
      </td>
      <td className={CELL}>{samples === 0 ? "none" : percent(passes / samples)}</td>
      <td className={CELL}>
        {interval === null ? "none" : `${percent(interval.low)} to ${percent(interval.high)}`}
      </td>
    </tr>
  );
}

function SampleTable({ pairs }: { pairs: readonly PlannedPair[] }) {
  return (
    <table className={TABLE}>
      <caption className={CAPTION}>Which sample passed</caption>
      <thead>
        <tr className="text-left text-xs text-soft">
          {["Sample", "Before", "After"].map((name) => (
            <th key={name} scope="col" className={CELL}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {named(pairs).map(({ name, a, b }) => (
          <tr key={name}>
            <th scope="row" className={`${CELL} text-left`}>
              {name}
            </th>
            {[a, b].map((outcome, side) => (
              <td key={side === 0 ? "a" : "b"} className={CELL}>
                <span aria-hidden className={markOf(outcome).look}>
                  {markOf(outcome).glyph}
                </span>{" "}
                {markOf(outcome).word}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
