import { ENDPOINTS } from "#lib/http/endpoints.ts";
import { route } from "#lib/http/route.server.ts";
import { keyStates } from "#lib/providers/keys.server.ts";

export const GET = route(ENDPOINTS.keys, async ({ ownKeys, services: { environment } }) => {
  const keys = await ownKeys();
  return Response.json({ mode: environment.mode, keys: keyStates(keys, environment) });
});
