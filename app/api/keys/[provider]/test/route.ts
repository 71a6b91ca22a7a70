import { ENDPOINTS } from "#lib/http/endpoints.ts";
import { route } from "#lib/http/route.server.ts";
import { testKey } from "#lib/providers/keys.server.ts";

export const POST = route(ENDPOINTS.testKey, async ({ params, ownKeys, services }) =>
  Response.json(await testKey(params.provider ?? "", await ownKeys(), services.environment)),
);
