import { ENDPOINTS } from "#lib/http/endpoints.ts";
import { route } from "#lib/http/route.server.ts";

export const GET = route(ENDPOINTS.run, async ({ params, owner, services }) =>
  Response.json(await services.hub.snapshot(owner.id, params.id ?? "")),
);
