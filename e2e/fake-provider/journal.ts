/** What the fake has seen, for tests to assert on. Times are ms since the fake started. */
export interface Call {
  id: number;
  atMs: number;
  method: string;
  path: string;
  dialect: "openai" | "anthropic" | null;
  model: string | null;
  scenario: string | null;
  headers: Record<string, string>;
  /** The credential as it was sent. */
  key: string | null;
  body: unknown;
  status: number;
  tokensSent: number;
  /** When the answer came to its own end; null while it runs or when the client left first. */
  endedAtMs: number | null;
  /** When the connection closed before that end. */
  clientClosedAtMs: number | null;
  /** US dollars, at 1 per million tokens in and 2 out: what the service would charge for what it sent. */
  billUsd: number;
}

const KEPT_CALLS = 5_000;

export function createJournal() {
  const startedAt = performance.now();
  let calls: Call[] = [];
  let nextId = 1;
  let byModel = new Map<string, number>();
  let byPrompt = new Map<string, number>();
  const waiters = new Set<() => void>();

  const changed = (): void => {
    for (const waiter of waiters) waiter();
  };

  return {
    now: () => Math.round((performance.now() - startedAt) * 10) / 10,
    calls: () => calls,
    changed,
    add(call: Omit<Call, "id">): Call {
      const added = { ...call, id: nextId };
      nextId += 1;
      calls.push(added);
      if (calls.length > KEPT_CALLS) calls = calls.slice(-KEPT_CALLS);
      changed();
      return added;
    },
    /** How many calls named this model before, and counts this one. */
    countModel: (model: string) => count(byModel, model),
    countPrompt: (prompt: string) => count(byPrompt, prompt),
    reset(): void {
      calls = [];
      byModel = new Map();
      byPrompt = new Map();
    },
    /** Resolves when the condition holds; it is looked at again after every change. */
    until(condition: () => boolean, timeoutMs: number): Promise<void> {
      return new Promise((resolve, reject) => {
        const look = (): void => {
          if (!condition()) return;
          clearTimeout(timer);
          waiters.delete(look);
          resolve();
        };
        const timer = setTimeout(() => {
          waiters.delete(look);
          reject(new Error(`the fake provider waited ${timeoutMs} ms in vain`));
        }, timeoutMs);
        waiters.add(look);
        look();
      });
    },
  };
}

export type Journal = ReturnType<typeof createJournal>;

function count(counts: Map<string, number>, name: string): number {
  const before = counts.get(name) ?? 0;
  counts.set(name, before + 1);
  return before;
}
