import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { CARD_SIZE } from "#components/comparison/card-image.tsx";
import { SharedActions } from "#components/comparison/snapshot-actions.tsx";
import { SharedFacts } from "#components/comparison/snapshot-facts.tsx";
import { SnapshotView } from "#components/comparison/snapshot-view.tsx";
import { publicAddress } from "#lib/http/public-address.ts";
import { services } from "#lib/services.server.ts";
import { cardOf } from "#lib/sharing/card.ts";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const { links, environment } = services();
  const shared = await links.read(id);
  if (shared === null) return { title: "No such comparison", robots: { index: false } };
  const address = publicAddress(await headers(), environment);
  const { title, verdict } = cardOf(shared.snapshot);
  const description = verdict === "" ? "Two prompts and their answers, side by side." : verdict;
  const page = `${address}/c/${id}`;
  return {
    title,
    description,
    robots: { index: false, follow: false },
    referrer: "no-referrer",
    alternates: {
      types: { "application/json+oembed": `${address}/api/oembed?url=${encodeURIComponent(page)}` },
    },
    openGraph: {
      type: "article",
      title,
      description,
      url: page,
      siteName: "Afterprompt",
      images: [{ url: `${address}/api/comparisons/${id}/image`, ...CARD_SIZE }],
    },
    twitter: { card: "summary_large_image" },
  };
}

export default async function SharedPage({ params }: Props) {
  const { id } = await params;
  const { links, environment } = services();
  const shared = await links.read(id);
  if (shared === null) notFound();
  return (
    <main id="main" tabIndex={-1} className="page py-8 outline-none">
      <SnapshotView
        snapshot={shared.snapshot}
        facts={<SharedFacts {...shared} />}
        actions={<SharedActions id={id} address={publicAddress(await headers(), environment)} />}
      />
    </main>
  );
}
