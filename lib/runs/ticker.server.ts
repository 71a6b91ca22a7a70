import "server-only";

/**
 * One timer for everything that can wait for the next tick, in place of one timer a stream.
 * The tick grows with the number of tasks: 40 ms while few streams run, which reads as continuous,
 * up to 100 ms at some hundred streams, where the work saved keeps all of them on time.
 */
const SHORTEST_TICK_MS = 40;
const LONGEST_TICK_MS = 100;
const TASKS_AT_LONGEST_TICK = 150;

export interface Ticker {
  /**
   * Runs the task once: at the end of this turn of the event loop when its last run is a tick or more ago,
   * else at the next tick. Adding it again before it ran is the same as once.
   */
  soon(task: () => void, lastRunAtMs: number): void;
}

export function createTicker(): Ticker {
  let thisTurn = new Set<() => void>();
  let nextTick = new Set<() => void>();
  let timer: NodeJS.Timeout | null = null;
  let tasksLastTick = 0;

  const tickMs = () => {
    const share = Math.min(1, tasksLastTick / TASKS_AT_LONGEST_TICK);
    return SHORTEST_TICK_MS + share * (LONGEST_TICK_MS - SHORTEST_TICK_MS);
  };
  const runThisTurn = () => {
    const tasks = thisTurn;
    thisTurn = new Set();
    for (const task of tasks) task();
  };
  const runTick = () => {
    const tasks = nextTick;
    nextTick = new Set();
    timer = null;
    tasksLastTick = tasks.size;
    for (const task of tasks) task();
  };

  return {
    soon(task, lastRunAtMs) {
      if (thisTurn.has(task) || nextTick.has(task)) return;
      if (performance.now() - lastRunAtMs >= tickMs()) {
        if (thisTurn.size === 0) setImmediate(runThisTurn);
        thisTurn.add(task);
        return;
      }
      nextTick.add(task);
      if (timer === null) timer = setTimeout(runTick, tickMs());
    },
  };
}
