import { ABANDONED_GRACE_MS } from "#lib/base/limits.ts";
import { forgetRun, type RunMemory, recallRun } from "./run-memory.ts";
import type { GetState, SetState } from "./state.ts";
import type { WatchTower } from "./watch-run.ts";

interface Resuming {
  set: SetState;
  get: GetState;
  tower: WatchTower;
  /** Nobody looks at the playground any more. */
  isLeft(): boolean;
}

/**
 * Shows again what this tab remembers: follows the runs that have a name, and asks once more, under the same key, for
 * one that had none yet. The latter only while such a run goes on without its page, or `byHand`: nothing is started
 * long after Run was pressed.
 */
export async function resumeRun({ set, get, tower, isLeft }: Resuming, byHand: boolean): Promise<void> {
  const { place } = get();
  const recalled = recallRun(place);
  if (recalled === null || tower.isBusy()) return;
  const engine = await get().loadEngine();
  const { parseMemory } = await import("./parse-memory.ts");
  if (isLeft() || tower.isBusy()) return;
  const found = parseMemory(recalled);
  if (found === null) return forgetRun(place);
  const { asked, ...named } = found;
  const isAwaited = asked !== undefined && (byHand || Date.now() - asked.atMs < ABANDONED_GRACE_MS);
  if (named.runs.length > 0) tower.recall(named);
  if (!(isAwaited && asked.how === "replaces")) await followAll(named);
  if (isAwaited && !isLeft()) await askAgain(asked, named.runs);
  if (isLeft()) return;
  if (get().run === null && get().notice === null) return tower.recall(null);
  // The checks may have been edited after those runs; what they found is not in their events.
  if ((get().run?.comparison.checks.length ?? 0) > 0) void get().holdAgain();

  async function followAll({ comparison, promised, runs }: RunMemory): Promise<void> {
    const earlier: RunMemory["runs"][number][] = [];
    for (const { id, only } of runs) {
      if (isLeft()) return;
      await tower.watch({
        comparison,
        promised,
        only,
        earlier: [...earlier],
        previous: get().run?.view,
        quiet: true,
        recalled: true,
        open: (watcher, signal) => engine.followRun(id, watcher, { signal }),
      });
      earlier.push({ id, only });
    }
  }

  async function askAgain(
    { comparison, promised, submission, only, how, atMs }: NonNullable<RunMemory["asked"]>,
    runs: RunMemory["runs"],
  ): Promise<void> {
    const refused = await tower.watch({
      comparison,
      promised,
      only,
      earlier: how === "beside" ? runs : [],
      adds: how === "adds",
      previous: get().run?.view,
      asked: { submission, atMs },
      open: (watcher, signal) => engine.startRun(submission, watcher, { signal }),
    });
    if (refused !== null) set({ notice: refused });
  }
}
