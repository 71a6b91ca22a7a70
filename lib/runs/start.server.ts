import "server-only";
import { createHash } from "node:crypto";
import { AppError } from "#lib/base/errors.ts";
import type { Environment } from "#lib/env.server.ts";
import { type OwnKeys, resolveConnection } from "#lib/providers/credentials.server.ts";
import type { Hub } from "./hub.server.ts";
import { prepareRun } from "./prepare.server.ts";
import type { RunRequest } from "./request.ts";
import type { RunOwner, StartedRun } from "./submissions.server.ts";

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
  const { key, bodyText } = idempotency;
  if (key !== null && (key === "" || key.length > 255)) {
    throw new AppError("bad-request", "Idempotency-Key has to be 1 to 255 characters long.", {
      field: "Idempotency-Key",
    });
  }
  const resolve = (provider: string) => resolveConnection({ provider, ownKeys, environment });
  return hub.start(owner, {
    request,
    prepare: (only) => prepareRun(only === undefined ? request : { ...request, only: [...only] }, resolve),
    ...(key === null
      ? {}
      : { idempotency: { key, bodyHash: createHash("sha256").update(bodyText).digest("base64url") } }),
  });
}
