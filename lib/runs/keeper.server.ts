import "server-only";
import type { EndedSample, RunArchive, RunWork } from "./archive.ts";
import { atMost } from "./at-most.ts";
import type { RunStatus } from "./events.ts";

/**
 * Makes a run's ends durable, strictly in the order of their events: one is written when all before it are. Never
 * throws and never takes longer than 2 s: false says that the end is not durable yet. It is tried again for as long as
 * the run stays in memory, since it was paid for.
 */
export interface Keeper {
  sampleEnded(eventId: number, ended: EndedSample): Promise<boolean>;
  runEnded(eventId: number, status: Exclude<RunStatus, "running">): Promise<boolean>;
  /** Awaits the write in flight and tries once more what could not be written, for 5 s at most. */
  settle(): Promise<void>;
  /** Gives up what could not be written. */
  close(): void;
}

interface KeeperOptions {
  archive: RunArchive;
  work: RunWork;
  onTrouble(error: unknown): void;
  /** The run was deleted or another instance continues it: nothing more can be written. Called once. */
  onLost(): void;
  writeMs?: number;
  againMs?: number;
}

interface Entry {
  /** False when the run is not ours any more. */
  write(): Promise<boolean>;
  /** Nobody waits for it any more. */
  isTold: boolean;
  tell(kept: boolean): void;
}

const WRITE_MS = 2_000;
const AGAIN_MS = 5_000;
const SETTLE_MS = 5_000;

/** For a run that its owner wants to be kept nowhere: nothing is promised, so nothing is missing. */
export const FORGETFUL: Keeper = {
  sampleEnded: async () => true,
  runEnded: async () => true,
  settle: async () => {},
  close: () => {},
};

export function createKeeper(options: KeeperOptions): Keeper {
  const { archive, work, onTrouble, onLost, writeMs = WRITE_MS, againMs = AGAIN_MS } = options;
  /** What is not durable yet; the first is being written when there is a round. */
  const waiting: Entry[] = [];
  let round: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let closed = false;

  const close = () => {
    closed = true;
    for (const entry of waiting.splice(0)) entry.tell(false);
    if (timer !== null) clearTimeout(timer);
  };
  const writeAll = async () => {
    try {
      for (let entry = waiting[0]; entry !== undefined; entry = waiting[0]) {
        const isOurs = await entry.write();
        if (closed) return;
        if (!isOurs) {
          close();
          onLost();
          return;
        }
        waiting.shift();
        entry.tell(true);
      }
    } catch (error) {
      onTrouble(error);
      for (const entry of waiting) entry.tell(false);
      if (!closed) timer = setTimeout(() => void startRound(), againMs).unref();
    } finally {
      // In the same turn as the look that found nothing: what comes next begins a round of its own.
      round = null;
    }
  };
  const startRound = (): Promise<void> => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    round ??= writeAll();
    return round;
  };
  const keep = (write: Entry["write"]): Promise<boolean> =>
    new Promise((resolve) => {
      if (closed) return resolve(false);
      // What could not be written goes first; nobody waits for it twice.
      const isBehind = waiting[0]?.isTold ?? false;
      let late: NodeJS.Timeout | undefined;
      const entry: Entry = {
        write,
        isTold: false,
        tell(kept) {
          entry.isTold = true;
          clearTimeout(late);
          resolve(kept);
        },
      };
      waiting.push(entry);
      if (isBehind) return entry.tell(false);
      late = setTimeout(() => {
        onTrouble(new Error(`storage did not answer within ${writeMs / 1_000} s`));
        entry.tell(false);
      }, writeMs);
      void startRound();
    });

  return {
    sampleEnded: (eventId, ended) => keep(async () => archive.endSample(work, eventId, ended)),
    runEnded: (eventId, status) => keep(async () => archive.endRun(work, eventId, status)),
    async settle() {
      if (waiting.length > 0) await atMost(SETTLE_MS, startRound());
    },
    close,
  };
}
