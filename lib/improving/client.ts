import { type Answer, callApi } from "#lib/base/call-api.ts";
import { type Improvement, improvementSchema } from "./improvement.ts";
import type { ImproveRequest } from "./request.ts";

/**
 * Asks once. Aborting the signal closes the call to the provider. Sent again under the same key, a request that has
 * been answered gets the same answer and is not paid for twice.
 */
export function askImprovement(
  request: ImproveRequest,
  { key, signal }: { key: string; signal: AbortSignal },
): Promise<Answer<Improvement>> {
  return callApi(
    {
      method: "POST",
      path: "/api/improvements",
      body: request,
      headers: { "Idempotency-Key": key },
      signal,
    },
    (body) => improvementSchema.parse(body),
  );
}
