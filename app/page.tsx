import { firstPaintOf } from "#components/playground/first-paint.ts";
import { Playground } from "#components/playground/playground.tsx";
import { type OpeningQuery, openingOf } from "#lib/library/opening.server.ts";
import { services } from "#lib/services.server.ts";

export default async function Page({ searchParams }: { searchParams: Promise<OpeningQuery> }) {
  const { links } = services();
  const { comparison, place, runId, gone } = await openingOf(
    await searchParams,
    async (id) => (await links.read(id))?.snapshot.comparison ?? null,
  );
  return (
    // Another address is another document: nothing of the one before may stay in the store.
    <Playground
      key={place}
      initial={comparison}
      firstPaint={firstPaintOf(comparison)}
      place={place}
      keptRun={runId}
      gone={gone}
    />
  );
}
