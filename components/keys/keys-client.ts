import { z } from "zod";

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
const errorSchema = z.object({ error: z.object({ message: z.string(), field: z.string().optional() }) });

/** What is known about one provider's key. The key itself never comes back. */
export type KeyState = z.infer<typeof keyStateSchema>;
export type KeyTest = z.infer<typeof testSchema>;

export interface NewKey {
  apiKey: string;
  baseUrl?: string;
  remember: boolean;
}

/** `field` names the part of the request that the message is about. */
export type Answer<Value> = { ok: true; value: Value } | { ok: false; message: string; field?: string };

const NO_ANSWER = "The server did not answer. Check that it is running, then try again.";
const STRANGE_ANSWER =
  "The server answered something this page does not understand. Reload the page and try again.";

export function listKeys(): Promise<Answer<KeyState[]>> {
  return call("GET", "/api/keys", undefined, (body) => keysSchema.parse(body).keys);
}

export function saveKey(provider: string, key: NewKey): Promise<Answer<null>> {
  return call("PUT", pathOf(provider), key, () => null);
}

export function forgetKey(provider: string): Promise<Answer<null>> {
  return call("DELETE", pathOf(provider), undefined, () => null);
}

/** Asks the provider for its list of models with the key that would be used: free of charge. */
export function testKey(provider: string): Promise<Answer<KeyTest>> {
  return call("POST", `${pathOf(provider)}/test`, {}, (body) => testSchema.parse(body));
}

function pathOf(provider: string): string {
  return `/api/keys/${encodeURIComponent(provider)}`;
}

async function call<Value>(
  method: string,
  path: string,
  body: unknown,
  read: (body: unknown) => Value,
): Promise<Answer<Value>> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
    });
  } catch {
    return { ok: false, message: NO_ANSWER };
  }
  const answer: unknown = await response.json().catch(() => null);
  const refusal = errorSchema.safeParse(answer);
  if (refusal.success) return { ok: false, ...refusal.data.error };
  if (!response.ok) return { ok: false, message: STRANGE_ANSWER };
  try {
    return { ok: true, value: read(answer) };
  } catch {
    return { ok: false, message: STRANGE_ANSWER };
  }
}
