import "server-only";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Strategy, strategySchema } from "./strategy.ts";

let loaded: readonly Strategy[] | null = null;

/** Every card in `prompts/strategies`, in order. Read once per process; throws on the first that is not valid. */
export function loadStrategies(): readonly Strategy[] {
  loaded ??= readStrategies(join(/* turbopackIgnore: true */ process.cwd(), "prompts", "strategies"));
  return loaded;
}

export function strategyBySlug(slug: string): Strategy | undefined {
  return loadStrategies().find((strategy) => strategy.slug === slug);
}

/** Reads a folder of cards, one folder NN-slug each. Throws an Error that names the card and what is wrong with it. */
export function readStrategies(folder: string): Strategy[] {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  return names
    .map((name) => {
      try {
        return readStrategy(folder, name);
      } catch (error) {
        throw new Error(`strategy ${name}: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        });
      }
    })
    .sort((a, b) => a.order - b.order);
}

function readStrategy(folder: string, name: string): Strategy {
  const named = /^(\d+)-([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(name);
  if (named === null) throw new Error("the folder's name is not NN-slug");
  const [, order = "", slug = ""] = named;
  const strategy = strategySchema.parse(
    JSON.parse(readFileSync(join(folder, name, "strategy.json"), "utf8")),
  );
  const { title } = strategy.comparison;
  if (title === "") throw new Error("its comparison has no title");
  return { ...strategy, slug, title, order: Number(order) };
}
