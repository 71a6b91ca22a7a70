import { ENDPOINTS } from "#lib/http/endpoints.ts";
import { route } from "#lib/http/route.server.ts";

export const GET = route(ENDPOINTS.keptRun, async ({ params, owner, services }) =>
  Response.json(await services.history.read(owner.id, params.id ?? "")),
);

export const PUT = route(ENDPOINTS.renameRun, async ({ params, body, owner, services }) => {
  await services.history.rename(owner.id, params.id ?? "", body.title);
  return Response.json({ ok: true });
});

export const DELETE = route(ENDPOINTS.deleteRun, async ({ params, owner, services }) => {
  await services.history.remove(owner.id, params.id ?? "");
  return Response.json({ ok: true });
});
