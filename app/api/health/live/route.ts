import { ENDPOINTS } from "#lib/http/endpoints.ts";
import { route } from "#lib/http/route.server.ts";

export const GET = route(ENDPOINTS.live, () => Response.json({ status: "live" }));
