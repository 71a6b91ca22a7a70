import { spawnSync } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

const BIOME = resolve("node_modules/.bin/biome");
let root = "";

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "afterprompt-lint-"));
  await copyFile("biome.json", join(root, "biome.json"));
});
afterEach(() => rm(root, { recursive: true }));

/** What biome, with the project's own configuration, says of a project that is this one file. */
async function lint(file: string, text: string): Promise<{ code: number | null; output: string }> {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), text);
  const result = spawnSync(BIOME, ["lint", "--vcs-enabled=false", "--error-on-warnings", "."], {
    cwd: root,
    encoding: "utf8",
  });
  return { code: result.status, output: result.stdout + result.stderr };
}

it.each([
  ["noConsole", "lib/base/a.ts", 'console.log("here");\n'],
  ["noExplicitAny", "lib/base/a.ts", "export const a: any = 1;\n"],
  ["noNonNullAssertion", "lib/base/a.ts", "export const a = (b: string | null) => b!.length;\n"],
  ["noDefaultExport", "components/ui/a.tsx", "export default function A() {\n  return null;\n}\n"],
  ["noProcessEnv", "lib/base/a.ts", "export const a = process.env.PORT;\n"],
  ["noProcessEnv", "components/ui/a.ts", "export const a = process.env.PORT;\n"],
  ["noSkippedTests", "lib/base/a.test.ts", 'it.skip("later", () => {});\n'],
  ["noFocusedTests", "lib/base/a.test.ts", 'it.only("now", () => {});\n'],
  ["noBarrelFile", "lib/base/a.ts", 'export { b } from "./b.ts";\n'],
])("the linter fails for %s in %s", async (rule, file, text) => {
  const { code, output } = await lint(file, text);
  expect(output).toContain(rule);
  expect(code).not.toBe(0);
});

it.each([
  ["app/page.tsx", "export default function Page() {\n  return null;\n}\n"],
  ["lib/env.server.ts", "export const a = process.env.PORT;\n"],
])("the linter takes what %s needs", async (file, text) => {
  expect(await lint(file, text)).toMatchObject({ code: 0 });
});
