import { readdir, readFile } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import { expect, it } from "vitest";
import { BUILD_INPUTS } from "./app-build.ts";

const lines = (await readFile(".dockerignore", "utf8")).split("\n").filter(Boolean);

/** The few forms of pattern that the file uses; unlike in a shell, `*` takes names with a leading dot as well. */
function fits(path: string, pattern: string): boolean {
  const source = pattern
    .replaceAll(".", "\\.")
    .replace(/\*\*\/|\*\*|\*/g, (sign) => ({ "**/": "(.*/)?", "**": ".*", "*": "[^/]*" })[sign] ?? sign);
  return new RegExp(`^${source}$`).test(path);
}

/** The last line that fits a path, or a folder it is in, decides. */
function reachesImage(path: string): boolean {
  const folders = path.split("/").map((_, depth, names) => names.slice(0, depth + 1).join("/"));
  const fitting = lines.filter((line) => {
    const pattern = line.replace(/^!/, "");
    return folders.some((folder) => fits(folder, pattern));
  });
  return fitting.at(-1)?.startsWith("!") ?? true;
}

async function imageFiles(): Promise<string[]> {
  const roots = lines.filter((line) => line.startsWith("!")).map((line) => line.slice(1));
  const found = await Promise.all(
    roots.map(async (root) => {
      const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => null);
      if (entries === null) return [root];
      return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    }),
  );
  return found.flat().filter(reachesImage);
}

it("every input of the build reaches the image; tests, keys and data do not", () => {
  expect(BUILD_INPUTS.filter((input) => !reachesImage(input))).toEqual([]);
  const outside = [
    "lib/env.server.test.ts",
    "components/a.test.tsx",
    ".env",
    "data/session-secret",
    ".git/config",
  ];
  expect(outside.filter(reachesImage)).toEqual([]);
});

it("what a file in the image imports is in the image too, or building it would fail", async () => {
  const files = await imageFiles();
  expect(files).toContain("scripts/start.ts");
  const missing: string[] = [];
  for (const file of files.filter((name) => /\.(tsx?|mjs)$/.test(name))) {
    const text = await readFile(file, "utf8");
    for (const [, name = ""] of text.matchAll(/(?:from|import|import\() ?"((?:\.{1,2}\/|#)[^"]+)"/g)) {
      const target = name.startsWith("#") ? name.slice(1) : normalize(join(dirname(file), name));
      if (!reachesImage(target)) missing.push(`${file} imports ${target}`);
    }
  }
  expect(missing).toEqual([]);
});
