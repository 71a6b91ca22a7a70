import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** Folders that hold no source of ours. Dot folders are skipped except `.ci`, which holds none either. */
const NOT_OURS = new Set(["node_modules", "data", "test-results", "playwright-report"]);
const SOURCE = /\.(ts|tsx|mts|cts|js|jsx|mjs|cjs)$/;
/** Next writes this one. */
const GENERATED = new Set(["next-env.d.ts"]);

/** Paths of all source files below `root`, relative, with forward slashes, sorted. */
export async function sourceFiles(root: string): Promise<string[]> {
  const found: string[] = [];
  await walk(root, root, found);
  return found.sort();
}

async function walk(root: string, folder: string, found: string[]): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!NOT_OURS.has(entry.name) && !entry.name.startsWith(".")) await walk(root, path, found);
    } else if (SOURCE.test(entry.name)) {
      const name = relative(root, path).split(sep).join("/");
      if (!GENERATED.has(name)) found.push(name);
    }
  }
}
