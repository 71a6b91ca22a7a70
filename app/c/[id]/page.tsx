import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { CARD_SIZE } from "#components/comparison/card-image.tsx";
import { LinkFooter } from "#components/comparison/link-footer.tsx";
import { SharedActions } from "#components/comparison/snapshot-actions.tsx";
import { SharedFacts } from "#components/comparison/snapshot-facts.tsx";
import { SnapshotView } from "#components/comparison/snapshot-view.tsx";
import { publicAddress } from "#lib/http/public-address.ts";
import { services } from "#lib/services.server.ts";
import { cardOf } from "#lib/sharing/card.ts";
import { imageAddress, linkAddress, oembedAddress } from "#lib/sharing/link-addresses.ts";
import { readSnapshot } from "#lib/sharing/snapshot-reading.ts";

interface Props {
  params: Promise<{ id: string }>;
}

/** Once for each request: up to 4 MB are read and checked, and the verdict is worked out. */
const openLink = cache(async (id: string) => {
  const shared = await services().links.read(id);
  return shared === null ? null : { shared, reading: readSnapshot(shared.snapshot) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const opened = await openLink(id);
  if (opened === null) return { title: "No such comparison", robots: { index: false } };
  const address = publicAddress(await headers(), services().environment);
  const { title, verdict } = cardOf(opened.shared.snapshot, opened.reading);
  const description = verdict === "" ? "Two prompts and their answers, side by side." : verdict;
  return {
    title,
    description,
    robots: { index: false, follow: false },
    referrer: "no-referrer",
    alternates: {
      types: { "application/json+oembed": oembedAddress(address, id) },
    },
    openGraph: {
      type: "article",
      title,
      description,
      url: linkAddress(address, id),
      siteName: "Afterprompt",
      images: [{ url: imageAddress(address, id), ...CARD_SIZE }],
    },
    twitter: { card: "summary_large_image" },
  };
}

export default async function SharedPage({ params }: Props) {
  const { id } = await params;
  const opened = await openLink(id);
  if (opened === null) notFound();
  const { shared, reading } = opened;
  const link = linkAddress(publicAddress(await headers(), services().environment), id);
  return (
    <main id="main" tabIndex={-1} className="page py-8 outline-none">
      <SnapshotView
        snapshot={shared.snapshot}
        reading={reading}
        facts={<SharedFacts {...shared} />}
        actions={<SharedActions id={id} link={link} />}
      />
      <LinkFooter link={link} title={reading.title} />
    </main>
  );
}
