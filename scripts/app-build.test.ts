import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { sourceFingerprint } from "./app-build.ts";

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
