import { ENDPOINTS } from "#lib/http/endpoints.ts";
import { route } from "#lib/http/route.server.ts";
import { listProviders } from "#lib/providers/models.server.ts";
import { protocolOf } from "#lib/providers/protocols.server.ts";

export const GET = route(ENDPOINTS.models, async ({ ownKeys, services: { environment } }) => {
  const providers = await listProviders({
    ownKeys: await ownKeys(),
    environment,
    list: (row, connection, signal) => protocolOf(row.protocol).listModels(connection, signal),
  });
  return Response.json({ providers });
});
