import { z } from "zod";
import { type Answer, callApi } from "#lib/base/call-api.ts";

const keyStateSchema = z.object({
  provider: z.string(),
  label: z.string(),
  source: z.enum(["own", "server", "none"]),
  /** Host only. */
  baseUrl: z.string().optional(),
  remember: z.boolean().default(false),
});
const keysSchema = z.object({ keys: z.array(keyStateSchema), mode: z.string() });
const testSchema = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), models: z.number() }),
  z.object({ ok: z.literal(false), message: z.string() }),
]);

/** What is known about one provider's key. The key itself never comes back. */
export type KeyState = z.infer<typeof keyStateSchema>;
export type KeyTest = z.infer<typeof testSchema>;

export interface NewKey {
  apiKey: string;
  baseUrl?: string;
  remember: boolean;
}

export function listKeys(): Promise<Answer<KeyState[]>> {
  return callApi({ method: "GET", path: "/api/keys" }, (body) => keysSchema.parse(body).keys);
}

export function saveKey(provider: string, key: NewKey): Promise<Answer<null>> {
  return callApi({ method: "PUT", path: pathOf(provider), body: key }, () => null);
}

export function forgetKey(provider: string): Promise<Answer<null>> {
  return callApi({ method: "DELETE", path: pathOf(provider) }, () => null);
}

/** Asks the provider for its list of models with the key that would be used: free of charge. */
export function testKey(provider: string): Promise<Answer<KeyTest>> {
  return callApi({ method: "POST", path: `${pathOf(provider)}/test`, body: {} }, (body) =>
    testSchema.parse(body),
  );
}

function pathOf(provider: string): string {
  return `/api/keys/${encodeURIComponent(provider)}`;
}
