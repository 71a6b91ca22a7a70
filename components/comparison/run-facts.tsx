import { counted } from "#components/playground/format.ts";
import type { Params } from "#lib/comparison/schema.ts";
import type { Snapshot } from "#lib/sharing/snapshot.ts";
import type { SnapshotReading } from "#lib/sharing/snapshot-reading.ts";
import { modelName } from "./model-name.ts";

interface RunFactsProps {
  snapshot: Snapshot;
  reading: SnapshotReading;
}

/** What a sceptical reader asks: which models, with which settings, when, how often. */
export function RunFacts({ snapshot, reading }: RunFactsProps) {
  const { run, comparison } = snapshot;
  const perSide = reading.variants.map(
    ({ variant }) => run?.samples.filter((sample) => sample.variant === variant.id).length ?? 0,
  );
  return (
    <table className="w-full border-collapse text-left text-sm">
      <caption className="sr-only">How it was run</caption>
      <thead>
        <tr className="text-soft">
          <th scope="col" className="py-1.5 pr-4 font-medium">
            Side
          </th>
          <th scope="col" className="py-1.5 pr-4 font-medium">
            Model
          </th>
          <th scope="col" className="py-1.5 pr-4 font-medium">
            Settings
          </th>
          <th scope="col" className="py-1.5 font-medium">
            Answers
          </th>
        </tr>
      </thead>
      <tbody>
        {reading.variants.map(({ variant, label }, index) => (
          <tr key={variant.id} className="border-t border-hair align-top">
            <th scope="row" className="py-1.5 pr-4 font-medium">
              {label}
            </th>
            <td className="py-1.5 pr-4 wrap-anywhere">{modelName(variant.model)}</td>
            <td className="py-1.5 pr-4">{settingWords(variant.params)}</td>
            <td className="py-1.5">{perSide[index]}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="border-t border-hair text-soft">
          <td colSpan={4} className="py-1.5">
            {run === null ? "Not run." : `Run on ${dayOf(run.startedAt)} (UTC)`}
            {comparison.cases.length > 1 && ` · ${counted(comparison.cases.length, "case")}`}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

const NAMES: Record<keyof Params, string> = {
  maxTokens: "max tokens",
  temperature: "temperature",
  topP: "top P",
  seed: "seed",
  stop: "stop",
  reasoningEffort: "reasoning",
};

function settingWords(params: Params): string {
  const said = Object.entries(params).map(
    ([name, value]) => `${NAMES[name as keyof Params]} ${Array.isArray(value) ? value.join(", ") : value}`,
  );
  return said.length === 0 ? "the model’s own" : said.join(" · ");
}

/** "24 November 2026, 08:15" in UTC. */
export function dayOf(iso: string): string {
  return new Date(iso).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });
}
