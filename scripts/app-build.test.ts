import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { BUILD_INPUTS, sourceFingerprint } from "./app-build.ts";

let root = "";

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "afterprompt-build-"));
  await mkdir(join(root, "app/api"), { recursive: true });
  await writeFile(join(root, "app/page.tsx"), "one");
  await writeFile(join(root, "package.json"), "{}");
});
afterEach(() => rm(root, { recursive: true }));

it("the fingerprint stays when nothing that is built changes", async () => {
  const before = await sourceFingerprint(root);
  await writeFile(join(root, "README.md"), "words");
  await writeFile(join(root, "app/page.test.tsx"), "test");
  expect(await sourceFingerprint(root)).toBe(before);
});

it.each([
  ["content", "app/page.tsx"],
  ["a new file", "app/api/route.ts"],
  ["a package", "package.json"],
])("the fingerprint changes with %s", async (_what, file) => {
  const before = await sourceFingerprint(root);
  await writeFile(join(root, file), "two");
  expect(await sourceFingerprint(root)).not.toBe(before);
});

it("this project's own sources can be read from where the scripts run", async () => {
  expect(await sourceFingerprint()).toMatch(/^[0-9a-f]{64}$/);
});

/** Sources in the root that a build does not read: settings of tools, and types that a build writes itself. */
const NOT_BUILT = [".dependency-cruiser.mjs", "next-env.d.ts", "playwright.config.ts", "vitest.config.ts"];

it("every source file in the root is an input of the build", async () => {
  const files = await readdir(".");
  const sources = files.filter((name) => /\.(tsx?|mts|mjs|js)$/.test(name) && !/\.test\.tsx?$/.test(name));
  expect(sources).toContain("instrumentation-client.ts");
  expect(sources.filter((name) => !NOT_BUILT.includes(name) && !BUILD_INPUTS.includes(name))).toEqual([]);
});
