import "server-only";
import type { RunArchive } from "./archive.ts";
import type { Hub } from "./hub.server.ts";

const RENEW_MS = 5_000;
const LEASE_MS = 20_000;
const STOPS_MS = 200;
const SWEEP_MS = 60 * 60_000;

interface PatrolOptions {
  archive: RunArchive;
  hub: Hub;
  /** Other processes may work on the same database. */
  isShared: boolean;
  /** Deletes what has expired, in every part of the storage. */
  sweep(nowMs: number): Promise<void>;
  onTrouble(error: unknown): void;
}

/**
 * What has to be looked after while the server runs: that others know it lives, that runs of dead processes
 * count as interrupted, that stops and deletions asked for elsewhere are heard, and that what has expired is deleted.
 * Resolves after the first round; the answer ends the rounds.
 */
export async function startPatrol(options: PatrolOptions): Promise<() => void> {
  const { archive, hub, isShared, sweep, onTrouble } = options;
  const renew = async () => {
    await archive.renewLeases(hub.instance, Date.now(), LEASE_MS);
  };
  const hearLosses = async (which: "open" | "all") => {
    const here = hub.keptHere(which);
    if (here.length > 0) hub.loseHere(await archive.lost(hub.instance, here));
  };
  const hear = async () => {
    hub.stopHere(await archive.takeStops(hub.instance));
    await hearLosses("open");
  };

  await renew();
  const rounds = [every(SWEEP_MS, () => sweep(Date.now()), onTrouble)];
  if (isShared) {
    rounds.push(every(RENEW_MS, renew, onTrouble), every(STOPS_MS, hear, onTrouble));
    // What is over stays in memory for a while; that others deleted or continued it is less urgent.
    rounds.push(every(RENEW_MS, () => hearLosses("all"), onTrouble));
  }
  void sweep(Date.now()).catch(onTrouble);
  return () => {
    for (const end of rounds) end();
  };
}

/** One round after the other, never two at once; a failed one is told of and the next comes as usual. */
function every(
  periodMs: number,
  round: () => Promise<void>,
  onTrouble: (error: unknown) => void,
): () => void {
  let ended = false;
  let timer: NodeJS.Timeout;
  const next = () => {
    timer = setTimeout(async () => {
      await round().catch(onTrouble);
      if (!ended) next();
    }, periodMs);
    timer.unref();
  };
  next();
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}
