import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { type CommandResult, runCommand } from "./run-command.ts";

/** What a build is made of. Tests are left out: changing one does not change the app. */
export const BUILD_INPUTS = [
  "app",
  "components",
  "lib",
  "prompts",
  "public",
  "instrumentation-client.ts",
  "instrumentation.ts",
  "next.config.ts",
  "package-lock.json",
  "package.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];
const TEST = /\.(test|contract|fixture)\.tsx?$/;
const BUILD_FOLDER = ".next";
const FINGERPRINT_FILE = join(BUILD_FOLDER, "source-fingerprint");
const NEXT = "node_modules/next/dist/bin/next";

/** SHA-256 over the paths and contents of everything a build is made of. */
export async function sourceFingerprint(root = "."): Promise<string> {
  const hash = createHash("sha256");
  for (const path of await inputFiles(root)) {
    const content = await readFile(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/** True when `.next` was built from exactly these sources. */
export async function isBuilt(): Promise<boolean> {
  const built = await readFile(FINGERPRINT_FILE, "utf8").catch(() => null);
  return built !== null && built === (await sourceFingerprint());
}

/** Runs `next build` from nothing and stamps the result with what it was built from. */
export async function buildApp(options: { show?: boolean; timeoutMs?: number } = {}): Promise<CommandResult> {
  const fingerprint = await sourceFingerprint();
  await clearEarlierBuild();
  const result = await runCommand(process.execPath, [NEXT, "build"], {
    ...options,
    env: { NODE_ENV: "production" },
  });
  if (result.code === 0) await writeFile(FINGERPRINT_FILE, fingerprint);
  return result;
}

/**
 * The bundler's cache remembers a failure after its cause is gone, such as a stylesheet that was missing. What a
 * development server keeps stays: it may be running.
 */
async function clearEarlierBuild(): Promise<void> {
  const entries = await readdir(BUILD_FOLDER).catch(() => []);
  const earlier = entries.filter((name) => name !== "dev");
  await Promise.all(earlier.map((name) => rm(join(BUILD_FOLDER, name), { recursive: true, force: true })));
}

async function inputFiles(root: string): Promise<string[]> {
  const found = await Promise.all(
    BUILD_INPUTS.map(async (input) => {
      const entries = await readdir(join(root, input), { recursive: true, withFileTypes: true }).catch(
        () => null,
      );
      if (entries === null) return (await exists(join(root, input))) ? [input] : [];
      return entries
        .filter((entry) => entry.isFile() && !TEST.test(entry.name))
        .map((entry) => relative(root, join(entry.parentPath, entry.name)));
    }),
  );
  return found.flat().sort();
}

async function exists(path: string): Promise<boolean> {
  return readFile(path).then(
    () => true,
    () => false,
  );
}
