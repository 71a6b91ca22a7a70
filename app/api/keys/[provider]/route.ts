import { ENDPOINTS } from "#lib/http/endpoints.ts";
import { forgetOwnKey, sealOwnKey } from "#lib/http/own-keys.server.ts";
import { route } from "#lib/http/route.server.ts";
import { bindKey, keyRow } from "#lib/providers/keys.server.ts";

export const PUT = route(ENDPOINTS.saveKey, async ({ params, body, services }) => {
  const key = bindKey(params.provider ?? "", body, services.environment);
  const cookie = await sealOwnKey(key, services.secret, services.secureCookies);
  return Response.json({ ok: true }, { headers: { "set-cookie": cookie } });
});

export const DELETE = route(ENDPOINTS.forgetKey, ({ params, services }) => {
  const cookie = forgetOwnKey(keyRow(params.provider ?? "").id, services.secureCookies);
  return Response.json({ ok: true }, { headers: { "set-cookie": cookie } });
});
