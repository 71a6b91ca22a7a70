import { ENDPOINTS } from "#lib/http/endpoints.ts";
import { manageTokenOf, noSuchLink } from "#lib/http/link-request.ts";
import { publicAddress } from "#lib/http/public-address.ts";
import { route } from "#lib/http/route.server.ts";
import { linkAddress } from "#lib/sharing/link-addresses.ts";

export const GET = route(ENDPOINTS.shared, async ({ request, params, services }) => {
  const shared = await services.links.read(params.id ?? "");
  if (shared === null) throw noSuchLink();
  const { id, snapshot, contentHash, createdAtMs, expiresAtMs } = shared;
  return Response.json({
    id,
    url: linkAddress(publicAddress(request.headers, services.environment), id),
    snapshot,
    contentHash,
    createdAt: new Date(createdAtMs).toISOString(),
    expiresAt: expiresAtMs === null ? null : new Date(expiresAtMs).toISOString(),
  });
});

export const DELETE = route(ENDPOINTS.revoke, async ({ request, params, owner, services }) => {
  const revoked = await services.links.revoke(params.id ?? "", owner.id, manageTokenOf(request.headers));
  if (!revoked) throw noSuchLink();
  return Response.json({ ok: true });
});
