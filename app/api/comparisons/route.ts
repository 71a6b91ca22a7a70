import { ENDPOINTS } from "#lib/http/endpoints.ts";
import { makeLink } from "#lib/http/make-link.server.ts";
import { ownerCookie } from "#lib/http/owner.server.ts";
import { publicAddress } from "#lib/http/public-address.ts";
import { route } from "#lib/http/route.server.ts";
import { readIdempotency } from "#lib/runs/submissions.server.ts";
import { linkAddress } from "#lib/sharing/link-addresses.ts";

export const POST = route(ENDPOINTS.share, async ({ request, body, bodyText, owner, services }) => {
  const idempotency = readIdempotency({
    key: request.headers.get("idempotency-key"),
    bodyText,
  });
  const { id, manageToken, expiresAtMs, ownerId } = await makeLink(services, owner, body, idempotency);
  const response = Response.json({
    id,
    url: linkAddress(publicAddress(request.headers, services.environment), id),
    manageToken,
    expiresAt: expiresAtMs === null ? null : new Date(expiresAtMs).toISOString(),
  });
  if (owner.isNew) response.headers.append("set-cookie", ownerCookie(ownerId, services.secureCookies));
  return response;
});

export const GET = route(ENDPOINTS.links, async ({ request, owner, services }) => {
  const address = publicAddress(request.headers, services.environment);
  const links = await services.links.own(owner.id);
  return Response.json({ links: links.map((link) => ({ ...link, url: linkAddress(address, link.id) })) });
});
