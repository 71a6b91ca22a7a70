import { ENDPOINTS } from "#lib/http/endpoints.ts";
import { openApiDocument } from "#lib/http/openapi.ts";
import { route } from "#lib/http/route.server.ts";

export const GET = route(ENDPOINTS.openapi, () => Response.json(openApiDocument()));
