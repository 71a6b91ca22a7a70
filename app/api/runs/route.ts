import { ENDPOINTS } from "#lib/http/endpoints.ts";
import { eventStream } from "#lib/http/event-stream.server.ts";
import { ownerCookie } from "#lib/http/owner.server.ts";
import { route } from "#lib/http/route.server.ts";
import { startRun } from "#lib/runs/start.server.ts";

export const POST = route(
  ENDPOINTS.startRun,
  async ({ request, body, bodyText, owner, ownKeys, services }) => {
    const { runId, ownerId } = await startRun({
      environment: services.environment,
      hub: services.hub,
      owner,
      request: body,
      ownKeys: await ownKeys(),
      idempotency: { key: request.headers.get("idempotency-key"), bodyText },
    });
    return eventStream(
      await services.hub.watch(ownerId, runId, 0),
      owner.isNew ? ownerCookie(ownerId, services.secureCookies) : null,
    );
  },
);
