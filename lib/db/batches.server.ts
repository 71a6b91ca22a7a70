import "server-only";
import { setImmediate } from "node:timers/promises";

/**
 * Repeats `work` until it says that nothing is left, and lets the server breathe in between: SQLite works on the
 * server's own thread. Returns the sum of what `work` returned.
 */
export async function inBatches(work: () => Promise<number>): Promise<number> {
  let sum = 0;
  for (let done = await work(); done > 0; done = await work()) {
    sum += done;
    await setImmediate();
  }
  return sum;
}
