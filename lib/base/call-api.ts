import { z } from "zod";

const errorSchema = z.object({
  error: z.object({ code: z.string().optional(), message: z.string(), field: z.string().optional() }),
});

/** `field` names the part of the request that the message is about. */
export type Answer<Value> =
  | { ok: true; value: Value }
  | { ok: false; message: string; code?: string; field?: string };

const NO_ANSWER = "The server did not answer. Check that it is running, then try again.";
const STRANGE_ANSWER =
  "The server answered something this page does not understand. Reload the page and try again.";

interface Call {
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: string;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
}

/** One request to this app's own server. Never throws: whatever goes wrong is an answer with a sentence. */
export async function callApi<Value>(
  { method, path, body, headers, signal }: Call,
  read: (body: unknown) => Value,
): Promise<Answer<Value>> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      ...(signal === undefined ? {} : { signal }),
      headers: { ...(body === undefined ? {} : { "Content-Type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
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
