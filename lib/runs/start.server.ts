import "server-only";
import type { Environment } from "#lib/env.server.ts";
import { type OwnKeys, resolveConnection } from "#lib/providers/credentials.server.ts";
import type { Hub } from "./hub.server.ts";
import { prepareRun } from "./prepare.server.ts";
import type { RunRequest } from "./request.ts";
import { idempotencyOf, type RunOwner, type StartedRun } from "./submissions.server.ts";

interface StartInput {
  environment: Environment;
  hub: Hub;
  owner: RunOwner;
  request: RunRequest;
  ownKeys: OwnKeys;
  /** The Idempotency-Key header, or null, and the body it came with. */
  idempotency: { key: string | null; bodyText: string };
}

/** Starts a run, adds to the one that it continues, or joins the one that the same key and body started. */
export async function startRun(input: StartInput): Promise<StartedRun> {
  const { environment, hub, owner, request, ownKeys, idempotency } = input;
  const repeatable = idempotencyOf(idempotency.key, idempotency.bodyText);
  const resolve = (provider: string) => resolveConnection({ provider, ownKeys, environment });
  return hub.start(owner, {
    request,
    prepare: (only) => prepareRun(only === undefined ? request : { ...request, only: [...only] }, resolve),
    ...(repeatable === undefined ? {} : { idempotency: repeatable }),
  });
}
