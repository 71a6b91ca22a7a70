import "server-only";
import { OPEN_RUNS } from "#lib/base/limits.ts";
import { openStorage, type Storage } from "#lib/db/storage.server.ts";
import { type Environment, environment } from "#lib/env.server.ts";
import { hasRoom } from "#lib/http/free-space.server.ts";
import { sessionSecret } from "#lib/http/session-secret.server.ts";
import { createImproving, type Improving } from "#lib/improving/improving.server.ts";
import { createJudging, type Judging } from "#lib/judging/judging.server.ts";
import { describeError, log } from "#lib/log.server.ts";
import { createGate } from "#lib/runs/gate.server.ts";
import { createHistory, type History } from "#lib/runs/history.server.ts";
import { createHub, type Hub } from "#lib/runs/hub.server.ts";
import { startPatrol } from "#lib/runs/patrol.server.ts";
import { createSubmissions, type Submissions } from "#lib/runs/submissions.server.ts";
import { createLinks, type Links, type MadeLink } from "#lib/sharing/links.server.ts";

/** Links that one browser may make in an hour on a hosted server. */
const LINKS_AN_HOUR = 30;
/** Improvements that one browser may have open at once on a hosted server. */
const OPEN_IMPROVEMENTS = 4;

/** Everything that exists once a process. */
export interface Services {
  environment: Environment;
  secret: string;
  /** People reach the app over HTTPS. */
  secureCookies: boolean;
  hub: Hub;
  history: History;
  links: Links;
  /** Links that were asked for with an Idempotency-Key. */
  linkSubmissions: Submissions<MadeLink>;
  judging: Judging;
  improving: Improving;
  /** Opened at the first question, once a process. Rejects with a StorageError. */
  storage(): Promise<Storage>;
  /** A run could start now: the server is not ending, and what it makes can be kept. Never throws. */
  isReady(): Promise<boolean>;
  /**
   * Starts nothing more, ends every stream, gives open runs `finishMs` to finish or until `urgent` is aborted,
   * keeps what there is and closes the storage.
   */
  close(finishMs: number, urgent: AbortSignal): Promise<void>;
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
  let opened: Promise<Storage> | undefined;
  let endPatrol = () => {};
  const storage = (): Promise<Storage> => {
    opened ??= open();
    return opened;
  };
  const archive = async () => (await storage()).archive;
  const gate = createGate(current.providerConcurrency);
  const hub = createHub({
    providerConcurrency: current.providerConcurrency,
    gate,
    archive,
    onDefect: reporter("a run met a defect"),
    onTrouble: reporter("an answer could not be written to storage; it is shown, and is tried again"),
    ...(current.mode === "hosted" ? { openRuns: OPEN_RUNS } : {}),
  });
  const judging = createJudging({ gate, onDefect: reporter("a judgement met a defect") });
  const improving = createImproving({
    gate,
    onDefect: reporter("an improvement met a defect"),
    ...(current.mode === "hosted" ? { openEach: OPEN_IMPROVEMENTS } : {}),
  });
  const open = async (): Promise<Storage> => {
    const found = await openStorage(current);
    endPatrol = await startPatrol({
      archive: found.archive,
      hub,
      isShared: found.kind === "postgres",
      async sweep(nowMs) {
        await found.archive.sweep(nowMs);
        await found.shelf.sweep(nowMs);
      },
      onTrouble: reporter("the storage could not be looked after"),
    });
    return found;
  };
  const secret = sessionSecret(current.sessionSecret, current.dataDir);
  return {
    environment: current,
    secret,
    secureCookies: current.publicOrigin?.startsWith("https:") ?? false,
    hub,
    history: createHistory(archive, hub),
    links: createLinks({
      secret,
      shelf: async () => (await storage()).shelf,
      ...(current.mode === "hosted" ? { perHour: LINKS_AN_HOUR } : {}),
    }),
    linkSubmissions: createSubmissions(),
    judging,
    improving,
    storage,
    async isReady() {
      if (!hub.isOpen()) return false;
      try {
        const { kind, ready } = await storage();
        return (kind === "postgres" || (await hasRoom(current.dataDir))) && (await ready());
      } catch {
        return false;
      }
    },
    async close(finishMs, urgent) {
      judging.stopAll();
      improving.stopAll();
      await hub.close(finishMs, urgent);
      endPatrol();
      if (opened !== undefined) await (await opened).close();
    },
  };
}

function reporter(what: string): (error: unknown) => void {
  return (error) => log.error({ error: describeError(error) }, what);
}
