import { ENDPOINTS } from "#lib/http/endpoints.ts";
import { route } from "#lib/http/route.server.ts";

export const GET = route(
  ENDPOINTS.history,
  async ({ query: { search, before = null, limit }, owner, services }) =>
    Response.json(await services.history.list(owner.id, { search, before, limit })),
);

export const DELETE = route(ENDPOINTS.clearHistory, async ({ owner, services }) =>
  Response.json({ removed: await services.history.removeAll(owner.id) }),
);
