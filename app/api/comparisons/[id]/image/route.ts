import { CardImage } from "#components/comparison/card-image.tsx";
import { pictureOf } from "#lib/http/card-picture.server.ts";
import { ENDPOINTS } from "#lib/http/endpoints.ts";
import { noSuchLink } from "#lib/http/link-request.ts";
import { route } from "#lib/http/route.server.ts";
import { cardOf } from "#lib/sharing/card.ts";

export const GET = route(ENDPOINTS.sharedImage, async ({ params, services }) => {
  const shared = await services.links.read(params.id ?? "");
  if (shared === null) throw noSuchLink();
  const picture = await pictureOf(shared.contentHash, () => CardImage({ card: cardOf(shared.snapshot) }));
  return new Response(picture, { headers: { "content-type": "image/png" } });
});
