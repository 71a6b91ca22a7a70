import { NOTHING_EARLY } from "#components/contract/rows.ts";
import type { CheckResult } from "#lib/checks/types.ts";
import { allChecks } from "#lib/comparison/derive.ts";
import { EMPTY_CASE } from "#lib/comparison/plan.ts";
import { cellId } from "#lib/runs/ledger.ts";
import { openChecker } from "./checker.ts";
import type { Run } from "./state.ts";
import type { PlaygroundStoreApi } from "./store.ts";

/** How long the thread rests between two looks at what is being written, ms. */
const REST_MS = 200;
/** As much of a text as is worth sending to it: what is decided there stays decided. */
const SENT_CHARS = 20_000;

/** Tells of answers that are being written what can already be told. Returns what ends it. */
export function watchWriting(store: PlaygroundStoreApi): () => void {
  const checker = openChecker();
  const told = new Map<string, { chars: number; results: readonly CheckResult[] }>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;

  const look = async (): Promise<void> => {
    const { run } = store.getState();
    const texts = run === null ? [] : news(run, told);
    if (run !== null && texts.length > 0) {
      const checks = allChecks(run.comparison);
      const answers = await checker.hold({ mode: "early", checks, texts });
      if (over) return;
      for (const { key, results } of answers) {
        told.set(key, { chars: texts.find((text) => text.key === key)?.text.length ?? 0, results });
      }
      store.setState({ early: new Map([...told].map(([key, { results }]) => [key, results])) });
    }
    timer = setTimeout(rest, REST_MS);
  };
  // A thread that cannot be loaded takes the live marks away and nothing else.
  const rest = () => void look().catch(() => stop());
  const stop = () => {
    over = true;
    clearTimeout(timer);
    checker.close();
    store.setState({ early: NOTHING_EARLY });
  };
  rest();
  return stop;
}

/** The answers that have grown since they were looked at. */
function news({ comparison, view }: Run, told: ReadonlyMap<string, { chars: number }>) {
  return [...view.samples.values()]
    .filter(({ phase, text }) => phase === "writing" && text !== "")
    .map((sample) => ({
      key: cellId(sample),
      text: sample.text.slice(0, SENT_CHARS),
      values: (comparison.cases.find(({ id }) => id === sample.case) ?? EMPTY_CASE).values,
    }))
    .filter(({ key, text }) => told.get(key)?.chars !== text.length);
}
