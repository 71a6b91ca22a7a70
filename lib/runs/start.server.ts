import "server-only";
import { createHash } from "node:crypto";
import { AppError } from "#lib/base/errors.ts";
import type { Environment } from "#lib/env.server.ts";
import { type OwnKeys, resolveConnection } from "#lib/providers/credentials.server.ts";
import type { Hub, RunOwner, StartedRun } from "./hub.server.ts";
import { prepareRun } from "./prepare.server.ts";
import type { RunRequest } from "./request.ts";

interface StartInput {
  environment: Environment;
  hub: Hub;
  owner: RunOwner;
  request: RunRequest;
  ownKeys: OwnKeys;
  /** The Idempotency-Key header, or null, and the body it came with. */
  idempotency: { key: string | null; bodyText: string };
}

/** Starts a run, or joins the one that the same key and body started. */
export function startRun({ environment, hub, owner, request, ownKeys, idempotency }: StartInput): StartedRun {
  const { key, bodyText } = idempotency;
  if (key !== null && (key === "" || key.length > 255)) {
    throw new AppError("bad-request", "Idempotency-Key has to be 1 to 255 characters long.", {
      field: "Idempotency-Key",
    });
  }
  const prepare = () =>
    prepareRun(request, (provider) => resolveConnection({ provider, ownKeys, environment }));
  if (key === null) return hub.start(owner, prepare);
  return hub.start(owner, prepare, {
    key,
    bodyHash: createHash("sha256").update(bodyText).digest("base64url"),
  });
}
