import { holdInTurns, inTurns } from "#lib/checks/turns.ts";
import { ENDPOINTS } from "#lib/http/endpoints.ts";
import { route } from "#lib/http/route.server.ts";

export const POST = route(ENDPOINTS.checks, async ({ body: { checks, texts } }) =>
  Response.json({ results: await inTurns(holdInTurns(texts.map((text) => ({ checks, text })))) }),
);
