import { Disclosure } from "#components/ui/disclosure.tsx";
import { IntervalDots } from "#components/verdict/interval-dots.tsx";
import { SampleStrip } from "#components/verdict/sample-strip.tsx";
import { VerdictTables } from "#components/verdict/verdict-tables.tsx";
import { changedWords, verdictWords } from "#components/verdict/words.ts";
import type { SnapshotReading } from "#lib/sharing/snapshot-reading.ts";

/** The verdict first: it is what a link is opened for. */
export function SnapshotVerdict({ reading, hasRun }: { reading: SnapshotReading; hasRun: boolean }) {
  const { verdict, deciding } = reading;
  if (verdict === null) {
    return (
      <section aria-label="Verdict" className="text-soft">
        {hasRun
          ? "No verdict: nothing here is a promise that a rule can check."
          : "These prompts were shared without a run: there are no answers to judge."}
      </section>
    );
  }
  const { heading, details } = verdictWords(verdict.verdict, deciding.length);
  return (
    <section
      aria-label="Verdict"
      className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-14 gap-y-6 lg:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)]"
    >
      <div>
        <p className="font-serif text-verdict text-balance max-md:text-[1.25rem]">{heading}</p>
        <div className="mt-2 max-w-[72ch] text-soft">
          {[changedWords(verdict.changed), ...details].filter(Boolean).map((detail) => (
            <p key={detail}>{detail}</p>
          ))}
        </div>
      </div>
      {verdict.verdict.seen.pairs > 0 && (
        <div>
          <IntervalDots seen={verdict.verdict.seen} />
          <SampleStrip pairs={verdict.pairs} className="mt-4" />
          <Disclosure summary="As a table" className="mt-2">
            <VerdictTables seen={verdict.verdict.seen} pairs={verdict.pairs} />
          </Disclosure>
        </div>
      )}
    </section>
  );
}
