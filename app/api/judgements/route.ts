import { ENDPOINTS } from "#lib/http/endpoints.ts";
import { eventStream } from "#lib/http/event-stream.server.ts";
import { route } from "#lib/http/route.server.ts";

export const POST = route(ENDPOINTS.judge, async ({ request, body, ownKeys, services }) => {
  const frames = services.judging.start({
    environment: services.environment,
    request: body,
    ownKeys: await ownKeys(),
    signal: request.signal,
  });
  return eventStream(frames, null);
});
