import "server-only";
import type { Environment } from "#lib/env.server.ts";
import { type OwnKeys, resolveConnection } from "#lib/providers/credentials.server.ts";
import type { Hub } from "./hub.server.ts";
import { prepareRun } from "./prepare.server.ts";
import type { RunRequest } from "./request.ts";
import { type RunOwner, readIdempotency, type SentKey, type StartedRun } from "./submissions.server.ts";

interface StartInput {
  environment: Environment;
  hub: Hub;
  owner: RunOwner;
  request: RunRequest;
  ownKeys: OwnKeys;
  idempotency: SentKey;
}

/** Starts a run, adds to the one that it continues, or joins the one that the same key and body started. */
export async function startRun(input: StartInput): Promise<StartedRun> {
  const { environment, hub, owner, request, ownKeys } = input;
  const idempotency = readIdempotency(input.idempotency);
  const resolve = (provider: string) => resolveConnection({ provider, ownKeys, environment });
  return hub.start(owner, {
    request,
    prepare: (only) => prepareRun(only === undefined ? request : { ...request, only: [...only] }, resolve),
    ...(idempotency === null ? {} : { idempotency }),
  });
}
