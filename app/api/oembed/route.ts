import { CARD_SIZE } from "#components/comparison/card-image.tsx";
import { ENDPOINTS } from "#lib/http/endpoints.ts";
import { noSuchLink } from "#lib/http/link-request.ts";
import { publicAddress } from "#lib/http/public-address.ts";
import { route } from "#lib/http/route.server.ts";
import { EMBED_SIZE, embedCode, idOfLink, imageAddress, linkAddress } from "#lib/sharing/link-addresses.ts";
import { titleOf } from "#lib/sharing/snapshot-reading.ts";

export const GET = route(ENDPOINTS.oembed, async ({ request, query, services }) => {
  const address = publicAddress(request.headers, services.environment);
  const id = idOfLink(query.url, address);
  const shared = id === null ? null : await services.links.read(id);
  if (shared === null) throw noSuchLink();
  const title = titleOf(shared.snapshot.comparison);
  const width = Math.min(EMBED_SIZE.width, query.maxwidth ?? EMBED_SIZE.width);
  const height = Math.min(EMBED_SIZE.height, query.maxheight ?? EMBED_SIZE.height);
  return Response.json({
    version: "1.0",
    type: "rich",
    provider_name: "Afterprompt",
    provider_url: address,
    title,
    html: embedCode(linkAddress(address, shared.id), title, { width, height }),
    width,
    height,
    thumbnail_url: imageAddress(address, shared.id),
    thumbnail_width: CARD_SIZE.width,
    thumbnail_height: CARD_SIZE.height,
  });
});
