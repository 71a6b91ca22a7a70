import "server-only";
import { isId } from "#lib/base/ids.ts";
import type { Comparison } from "#lib/comparison/schema.ts";
import { defaultComparison } from "./library.server.ts";
import { strategyBySlug } from "./strategies.server.ts";
import { templateBySlug } from "./templates.server.ts";

/** What the playground opens with. Opening never starts a run. */
export interface Opening {
  comparison: Comparison;
  /** Names the draft that belongs to it, so that it never takes the place of another one; "" is the playground's own. */
  place: string;
  /** A run of the reader's own that is to be shown with it. */
  runId: string | null;
  /** The address named something that is not there. */
  gone: boolean;
}

/** The query of the playground's address; whatever else it says is ignored. */
export type OpeningQuery = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * `?from=` a shared comparison (a copy of it), `?strategy=` or `?template=` a card, `?run=` a kept run, which the page
 * reads itself because it is the reader's alone. Nothing of it: the first lesson.
 * `readShared` answers null for a link that was taken back, has expired or never was.
 */
export async function openingOf(
  query: OpeningQuery,
  readShared: (id: string) => Promise<Comparison | null>,
): Promise<Opening> {
  const named = (key: string): string | null => {
    const value = query[key];
    return typeof value === "string" && /^[\w-]{1,64}$/.test(value) ? value : null;
  };
  const open = (place: string, found: Comparison | null | undefined): Opening => ({
    comparison: found ?? defaultComparison(),
    place: found ? place : "",
    runId: null,
    gone: !found,
  });
  const [from, strategy, template, run] = ["from", "strategy", "template", "run"].map(named);
  if (from) return open(`from.${from}`, await readShared(from));
  if (strategy) return open(`strategy.${strategy}`, copyOf(strategyBySlug(strategy)?.comparison));
  if (template) return open(`template.${template}`, copyOf(templateBySlug(template)?.comparison));
  if (run && !isId("run", run)) return open("", null);
  return {
    comparison: defaultComparison(),
    place: run ? `run.${run}` : "",
    runId: run ?? null,
    gone: false,
  };
}

function copyOf(comparison: Comparison | undefined): Comparison | undefined {
  return comparison && structuredClone(comparison);
}
