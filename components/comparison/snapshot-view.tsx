import type { ReactNode } from "react";
import { ContractTable } from "#components/contract/contract-table.tsx";
import type { Snapshot } from "#lib/sharing/snapshot.ts";
import { readSnapshot, type SnapshotReading } from "#lib/sharing/snapshot-reading.ts";
import { AnswerRows } from "./answer-rows.tsx";
import { OriginNote } from "./origin-note.tsx";
import { PromptChanges } from "./prompt-changes.tsx";
import { PromptColumns } from "./prompt-columns.tsx";
import { RunFacts } from "./run-facts.tsx";
import { snapshotRows } from "./snapshot-rows.ts";
import { SnapshotVerdict } from "./snapshot-verdict.tsx";

interface SnapshotViewProps {
  snapshot: Snapshot;
  /** The snapshot's, from whoever has it already. */
  reading?: SnapshotReading;
  /** When it was shared and until when it can be read. */
  facts?: ReactNode;
  /** Fork, copy, print. */
  actions?: ReactNode;
}

/** A comparison and its run as everybody may read it: no editor, nothing that costs anything. */
export function SnapshotView({
  snapshot,
  reading = readSnapshot(snapshot),
  facts,
  actions,
}: SnapshotViewProps) {
  const [before, after] = snapshot.comparison.variants;
  const { note } = snapshot.comparison;
  return (
    <article className="flex flex-col gap-8">
      <header>
        <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
          <div className="min-w-0 flex-[1_1_24rem]">
            <h1 className="font-serif text-title written wrap-anywhere">{reading.title}</h1>
            {note !== "" && (
              <p className="mt-1.5 max-w-[75ch] written whitespace-pre-line text-soft">{note}</p>
            )}
            {facts}
          </div>
          {actions}
        </div>
        <OriginNote origins={reading.origins} source={snapshot.run?.source ?? null} />
      </header>
      <SnapshotVerdict reading={reading} hasRun={snapshot.run !== null} />
      <section aria-label="Prompts">
        <h2 className="sr-only">Prompts</h2>
        <PromptColumns variants={reading.variants} />
        {before !== undefined && after !== undefined && (
          <PromptChanges before={before.prompt} after={after.prompt} />
        )}
      </section>
      {reading.promises.length > 0 && (
        <section aria-label="Contract" className="mx-auto w-full max-w-2xl break-inside-avoid">
          <ContractTable rows={snapshotRows(snapshot, reading)} evidence={null} />
        </section>
      )}
      {reading.rows.length > 0 && (
        <section aria-label="Answers">
          <h2 className="sr-only">Answers</h2>
          <AnswerRows rows={reading.rows} variants={reading.variants} deciding={reading.deciding} />
        </section>
      )}
      <section aria-label="How it was run" className="overflow-x-auto">
        <RunFacts snapshot={snapshot} reading={reading} />
      </section>
    </article>
  );
}
