import { holdAll } from "#lib/checks/hold.ts";
import { ENDPOINTS } from "#lib/http/endpoints.ts";
import { route } from "#lib/http/route.server.ts";

export const POST = route(ENDPOINTS.checks, ({ body }) =>
  Response.json({ results: body.texts.map((text) => holdAll(body.checks, text)) }),
);
