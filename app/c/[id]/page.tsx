import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { CARD_SIZE } from "#components/comparison/card-image.tsx";
import { LinkFooter } from "#components/comparison/link-footer.tsx";
import { SharedActions } from "#components/comparison/snapshot-actions.tsx";
import { SharedFacts } from "#components/comparison/snapshot-facts.tsx";
import { SnapshotView } from "#components/comparison/snapshot-view.tsx";
import { publicAddress } from "#lib/http/public-address.ts";
import { services } from "#lib/services.server.ts";
import { cardOf } from "#lib/sharing/card.ts";
import { imageAddress, linkAddress, oembedAddress } from "#lib/sharing/link-addresses.ts";
import { titleOf } from "#lib/sharing/snapshot-reading.ts";

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
  const { links, environment } = services();
  const shared = await links.read(id);
  if (shared === null) notFound();
  const link = linkAddress(publicAddress(await headers(), environment), id);
  return (
    <main id="main" tabIndex={-1} className="page py-8 outline-none">
      <SnapshotView
        snapshot={shared.snapshot}
        facts={<SharedFacts {...shared} />}
        actions={<SharedActions id={id} link={link} />}
      />
      <LinkFooter link={link} title={titleOf(shared.snapshot.comparison)} />
    </main>
  );
}
