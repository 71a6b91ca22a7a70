import "server-only";

/** Limits calls at once a provider key, across all runs of this process. */
export interface Gate {
  /** Waits for a place, first come first served. Rejects with the signal's reason when it aborts. */
  enter(key: string, signal: AbortSignal): Promise<() => void>;
  /**
   * The provider said "too many" to a call that was sent at this time (performance.now()): half as many places
   * from now on, growing back one a success. Calls sent before the last halving tell nothing new.
   */
  slowDown(key: string, sentAtMs: number): void;
  /** A call went well. */
  speedUp(key: string): void;
  /** Places in use and places allowed now, for health and tests. */
  occupancy(key: string): { inUse: number; allowed: number };
}

interface Lane {
  inUse: number;
  allowed: number;
  waiting: Array<() => void>;
  halvedAtMs: number;
}

/** Idle lanes are kept for what they have learned, up to this many. */
const KEPT_LANES = 1_000;

export function createGate(limit: number): Gate {
  const lanes = new Map<string, Lane>();

  const laneOf = (key: string): Lane => {
    let lane = lanes.get(key);
    if (lane === undefined) {
      if (lanes.size >= KEPT_LANES) forgetIdle();
      lane = { inUse: 0, allowed: limit, waiting: [], halvedAtMs: Number.NEGATIVE_INFINITY };
      lanes.set(key, lane);
    }
    return lane;
  };
  const forgetIdle = () => {
    for (const [key, lane] of lanes) if (lane.inUse === 0 && lane.waiting.length === 0) lanes.delete(key);
  };
  const admit = (lane: Lane): void => {
    while (lane.inUse < lane.allowed) {
      const next = lane.waiting.shift();
      if (next === undefined) return;
      lane.inUse += 1;
      next();
    }
  };
  const leave = (key: string, lane: Lane) => {
    let left = false;
    return () => {
      if (left) return;
      left = true;
      lane.inUse -= 1;
      admit(lane);
      if (lane.inUse === 0 && lane.waiting.length === 0 && lane.allowed === limit) lanes.delete(key);
    };
  };

  return {
    enter(key, signal) {
      if (signal.aborted) return Promise.reject(signal.reason);
      const lane = laneOf(key);
      return new Promise((resolve, reject) => {
        const abandon = () => {
          lane.waiting = lane.waiting.filter((other) => other !== proceed);
          reject(signal.reason);
        };
        const proceed = () => {
          signal.removeEventListener("abort", abandon);
          resolve(leave(key, lane));
        };
        signal.addEventListener("abort", abandon, { once: true });
        lane.waiting.push(proceed);
        admit(lane);
      });
    },
    slowDown(key, sentAtMs) {
      const lane = laneOf(key);
      if (sentAtMs < lane.halvedAtMs) return;
      lane.halvedAtMs = performance.now();
      lane.allowed = Math.max(1, Math.floor(lane.allowed / 2));
    },
    speedUp(key) {
      const lane = lanes.get(key);
      if (lane === undefined || lane.allowed >= limit) return;
      lane.allowed += 1;
      admit(lane);
    },
    occupancy(key) {
      const lane = lanes.get(key);
      return { inUse: lane?.inUse ?? 0, allowed: lane?.allowed ?? limit };
    },
  };
}
