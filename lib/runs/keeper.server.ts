import "server-only";
import type { EndedSample, RunArchive } from "./archive.ts";
import type { RunStatus } from "./events.ts";

/**
 * Makes a run's ends durable. Never throws and never takes longer than 2 s: false says that the end is not
 * durable yet. It is tried again for as long as the run stays in memory, since it was paid for.
 */
export interface Keeper {
  sampleEnded(eventId: number, ended: EndedSample): Promise<boolean>;
  runEnded(eventId: number, status: Exclude<RunStatus, "running">): Promise<boolean>;
  /** Tries once more what could not be written, in its order. */
  settle(): Promise<void>;
  /** Gives up what could not be written. */
  close(): void;
}

interface KeeperOptions {
  archive: RunArchive;
  runId: string;
  onTrouble(error: unknown): void;
  writeMs?: number;
  againMs?: number;
}

type Write = () => Promise<void>;

const WRITE_MS = 2_000;
const AGAIN_MS = 5_000;

/** For a run that its owner wants to be kept nowhere: nothing is promised, so nothing is missing. */
export const FORGETFUL: Keeper = {
  sampleEnded: async () => true,
  runEnded: async () => true,
  settle: async () => {},
  close: () => {},
};

export function createKeeper(options: KeeperOptions): Keeper {
  const { archive, runId, onTrouble, writeMs = WRITE_MS, againMs = AGAIN_MS } = options;
  const waiting: Write[] = [];
  let timer: NodeJS.Timeout | null = null;
  let closed = false;

  const succeeds = async (write: Write): Promise<boolean> => {
    try {
      await within(writeMs, write());
      return true;
    } catch (error) {
      onTrouble(error);
      return false;
    }
  };
  const settle = async () => {
    const again = waiting.splice(0);
    for (let write = again.shift(); write !== undefined; write = again.shift()) {
      if (await succeeds(write)) continue;
      waiting.unshift(write, ...again);
      break;
    }
    tryLater();
  };
  const tryLater = () => {
    if (timer !== null || closed || waiting.length === 0) return;
    timer = setTimeout(() => {
      timer = null;
      void settle();
    }, againMs);
    timer.unref();
  };
  /** In the order of their ends: what waits already goes first. */
  const keep = async (write: Write): Promise<boolean> => {
    if (waiting.length === 0 && (await succeeds(write))) return true;
    waiting.push(write);
    tryLater();
    return false;
  };

  return {
    sampleEnded: (eventId, ended) => keep(() => archive.endSample(runId, eventId, ended)),
    runEnded: (eventId, status) => keep(() => archive.endRun(runId, eventId, status)),
    settle,
    close() {
      closed = true;
      waiting.length = 0;
      if (timer !== null) clearTimeout(timer);
    },
  };
}

/** The same promise, given up after a while: what it does may still come to pass. */
async function within(timeoutMs: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`storage did not answer within ${timeoutMs / 1_000} s`)),
      timeoutMs,
    );
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
