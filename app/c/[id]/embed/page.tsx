import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SnapshotView } from "#components/comparison/snapshot-view.tsx";
import { services } from "#lib/services.server.ts";

export const metadata: Metadata = { title: "Comparison", robots: { index: false, follow: false } };

interface Props {
  params: Promise<{ id: string }>;
}

/** The comparison alone, for a frame on another site: no cookie is read, nothing can be started. */
export default async function EmbedPage({ params }: Props) {
  const { id } = await params;
  const shared = await services().links.read(id);
  if (shared === null) notFound();
  return (
    <main id="main" className="px-4 py-5">
      <SnapshotView
        snapshot={shared.snapshot}
        actions={
          <a
            href={`/c/${id}`}
            target="_blank"
            rel="noopener"
            className="text-sm text-soft underline underline-offset-3 hover:text-ink"
          >
            Open in Afterprompt
          </a>
        }
      />
    </main>
  );
}
