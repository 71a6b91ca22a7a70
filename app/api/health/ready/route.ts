import { ENDPOINTS } from "#lib/http/endpoints.ts";
import { route } from "#lib/http/route.server.ts";

export const GET = route(ENDPOINTS.ready, async ({ services }) =>
  (await services.isReady())
    ? Response.json({ status: "ready" })
    : Response.json({ status: "not-ready" }, { status: 503 }),
);
