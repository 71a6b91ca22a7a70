import type { HoldAnswer, HoldJob } from "./hold-texts.ts";

export interface Checker {
  hold(job: Omit<HoldJob, "id">): Promise<HoldAnswer["texts"]>;
  /** Ends the thread; what it still owes never comes. */
  close(): void;
}

/** Starts a thread that holds texts against checks. A job fails when the thread cannot be loaded or crashes. */
export function openChecker(): Checker {
  const worker = new Worker(new URL("./checks-worker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<
    number,
    { done: (texts: HoldAnswer["texts"]) => void; fail: (why: Error) => void }
  >();
  let jobs = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<HoldAnswer>) => {
    waiting.get(data.id)?.done(data.texts);
    waiting.delete(data.id);
  });
  worker.addEventListener("error", (event) => {
    for (const { fail } of waiting.values()) fail(new Error(event.message));
    waiting.clear();
  });
  return {
    hold(job) {
      jobs += 1;
      const id = jobs;
      return new Promise((done, fail) => {
        waiting.set(id, { done, fail });
        worker.postMessage({ ...job, id } satisfies HoldJob);
      });
    },
    close: () => worker.terminate(),
  };
}
