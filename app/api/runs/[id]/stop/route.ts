import { ENDPOINTS } from "#lib/http/endpoints.ts";
import { route } from "#lib/http/route.server.ts";

export const POST = route(ENDPOINTS.stopRun, async ({ params, owner, services }) => {
  await services.hub.stop(owner.id, params.id ?? "");
  return Response.json({ ok: true });
});
