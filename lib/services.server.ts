import "server-only";
import { accessSync, constants } from "node:fs";
import { OPEN_RUNS } from "#lib/base/limits.ts";
import { type Environment, environment } from "#lib/env.server.ts";
import { sessionSecret } from "#lib/http/session-secret.server.ts";
import { createJudging, type Judging } from "#lib/judging/judging.server.ts";
import { describeError, log } from "#lib/log.server.ts";
import { createGate } from "#lib/runs/gate.server.ts";
import { createHub, type Hub } from "#lib/runs/hub.server.ts";

/** Everything that exists once a process. */
export interface Services {
  environment: Environment;
  secret: string;
  /** People reach the app over HTTPS. */
  secureCookies: boolean;
  hub: Hub;
  judging: Judging;
  /** A run could start now: the data folder can be written to. */
  isReady(): boolean;
}

const KEY = Symbol.for("afterprompt.services");

/**
 * The composition root. Kept on globalThis, because each layer of the framework evaluates modules of its own:
 * a module-level singleton would be several.
 */
export function services(): Services {
  const holder: typeof globalThis & { [KEY]?: Services } = globalThis;
  holder[KEY] ??= create(environment());
  return holder[KEY];
}

function create(current: Environment): Services {
  const gate = createGate(current.providerConcurrency);
  const hub = createHub({
    providerConcurrency: current.providerConcurrency,
    gate,
    onDefect: (error) => log.error({ error: describeError(error) }, "a run met a defect"),
    ...(current.mode === "hosted" ? { openRuns: OPEN_RUNS } : {}),
  });
  return {
    environment: current,
    secret: sessionSecret(current.sessionSecret, current.dataDir),
    secureCookies: current.publicOrigin?.startsWith("https:") ?? false,
    hub,
    judging: createJudging({
      gate,
      onDefect: (error) => log.error({ error: describeError(error) }, "a judgement met a defect"),
    }),
    isReady: () => hub.isOpen() && canWrite(current.dataDir),
  };
}

function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
