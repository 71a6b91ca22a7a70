import { ENDPOINTS } from "#lib/http/endpoints.ts";
import { ownerCookie } from "#lib/http/owner.server.ts";
import { route } from "#lib/http/route.server.ts";
import { slowJson } from "#lib/http/slow-json.server.ts";

export const POST = route(
  ENDPOINTS.improve,
  async ({ request, body, bodyText, owner, ownKeys, services }) => {
    const { answer } = await services.improving.start({
      environment: services.environment,
      owner,
      request: body,
      ownKeys: await ownKeys(),
      idempotency: { key: request.headers.get("idempotency-key"), bodyText },
      signal: request.signal,
    });
    return slowJson(answer, owner.isNew ? ownerCookie(owner.id, services.secureCookies) : null);
  },
);
