import { ENDPOINTS } from "#lib/http/endpoints.ts";
import { eventStream, lastEventId } from "#lib/http/event-stream.server.ts";
import { route } from "#lib/http/route.server.ts";

export const GET = route(ENDPOINTS.runEvents, async ({ request, params, owner, services }) =>
  eventStream(await services.hub.watch(owner.id, params.id ?? "", lastEventId(request)), null),
);
