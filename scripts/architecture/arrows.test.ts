import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import config from "../../.dependency-cruiser.mjs";
import { arrowProblems } from "./arrows.ts";

const PACKAGES = [
  "zod",
  "react",
  "openai",
  "@anthropic-ai/sdk",
  "@pydantic/genai-prices",
  "franc",
  "re2js",
  "pg",
  "yaml",
  "papaparse",
  "uqr",
  "ai",
];
const MANIFEST = {
  type: "module",
  imports: { "#lib/*": "./lib/*", "#components/*": "./components/*", "#e2e/*": "./e2e/*" },
  dependencies: Object.fromEntries(PACKAGES.slice(0, -1).map((name) => [name, "1.0.0"])),
  devDependencies: { ai: "1.0.0" },
};

/** Files that every planted house has; all of its arrows are right. */
const SOUND: Record<string, string> = {
  "lib/base/limits.ts": 'import { z } from "zod";\nexport const limit = z;\n',
  "lib/constraints/kind.ts": 'export { limit } from "#lib/base/limits.ts";\n',
  "lib/providers/types.ts":
    'import type { limit } from "#lib/base/limits.ts";\nexport type Port = typeof limit;\n',
  "lib/providers/openai-chat.server.ts": 'import "openai";\nexport const port = 1;\n',
  "lib/providers/anthropic-messages.server.ts": 'import "@anthropic-ai/sdk";\n',
  "lib/providers/prices.server.ts": 'import "@pydantic/genai-prices";\n',
  "lib/library/lesson.ts": 'import "#lib/comparison/schema.ts";\n',
  "lib/comparison/schema.ts":
    'import type { Port } from "#lib/providers/types.ts";\nexport type Ref = Port;\n',
  "lib/runs/prepare.server.ts": 'import "#lib/providers/openai-chat.server.ts";\nimport "node:fs";\n',
  "lib/services.server.ts": 'import "#lib/runs/prepare.server.ts";\n',
  "lib/http/route.server.ts": 'import "#lib/services.server.ts";\n',
  "components/ui/button.tsx": 'import "react";\nexport const button = 1;\n',
  "app/page.tsx": 'import "#components/ui/button.tsx";\n',
  "e2e/fake.ts": "export const fake = 1;\n",
  "lib/base/limits.test.ts": 'import "#e2e/fake.ts";\nimport "node:fs";\nimport "ai";\n',
};

/** Each rule with a file that breaks it. Several rules may see the same file; the named one must. */
const PLANTED: ReadonlyArray<[rule: string, file: string, text: string]> = [
  ["no-cycle", "lib/constraints/a.ts", 'import "./z.ts";\n'],
  ["resolvable", "lib/constraints/a.ts", 'import "#lib/base/gone.ts";\n'],
  ["base-imports-zod-only", "lib/base/a.ts", 'import "react";\n'],
  ["pure-lib", "lib/constraints/a.ts", 'import "node:fs";\n'],
  ["pure-lib", "lib/constraints/a.ts", 'import type { FC } from "react";\nexport type A = FC;\n'],
  ["pure-lib", "lib/providers/a.ts", 'import "openai";\n'],
  ["server-files-stay-on-the-server", "components/ui/a.tsx", 'import "#lib/runs/prepare.server.ts";\n'],
  [
    "server-files-stay-on-the-server",
    "lib/runs/a.ts",
    'export const a = () => import("./prepare.server.ts");\n',
  ],
  ["lib-knows-no-face", "lib/runs/a.ts", 'import "#components/ui/button.tsx";\n'],
  ["components-know-no-app", "components/ui/a.tsx", 'import "../../app/page.tsx";\n'],
  ["components-stay-in-the-browser", "components/ui/a.tsx", 'import "node:fs";\n'],
  [
    "ui-has-no-domain-words",
    "components/ui/a.tsx",
    'import type { Port } from "#lib/providers/types.ts";\nexport type A = Port;\n',
  ],
  ["tests-are-imported-by-tests", "lib/runs/a.ts", 'import "#e2e/fake.ts";\n'],
  ["development-packages-stay-out", "components/ui/a.tsx", 'import "ai";\n'],
  ["services-are-asked-by-routes", "lib/runs/a.server.ts", 'import "#lib/services.server.ts";\n'],
  ["runs-know-no-provider", "lib/runs/a.server.ts", 'import "#lib/providers/openai-chat.server.ts";\n'],
  [
    "lib-base-imports",
    "lib/base/a.ts",
    'import type { Port } from "#lib/providers/types.ts";\nexport type A = Port;\n',
  ],
  ["lib-constraints-imports", "lib/constraints/a.ts", 'import "#lib/comparison/schema.ts";\n'],
  ["lib-prompt-imports", "lib/prompt/a.ts", 'import "#lib/comparison/schema.ts";\n'],
  ["lib-checks-imports", "lib/checks/a.ts", 'import "#lib/comparison/schema.ts";\n'],
  ["lib-ifeval-imports", "lib/ifeval/a.ts", 'import "#lib/comparison/schema.ts";\n'],
  ["lib-comparison-imports", "lib/comparison/a.ts", 'import "#lib/runs/a.ts";\n'],
  ["lib-providers-imports", "lib/providers/a.ts", 'import "#lib/constraints/kind.ts";\n'],
  ["lib-providers-demo-imports", "lib/providers/demo/a.ts", 'import "#lib/runs/a.ts";\n'],
  ["lib-runs-imports", "lib/runs/a.server.ts", 'import "#lib/http/route.server.ts";\n'],
  ["lib-statistics-imports", "lib/statistics/a.ts", 'import "#lib/comparison/schema.ts";\n'],
  ["lib-improving-imports", "lib/improving/a.ts", 'import "#lib/library/lesson.ts";\n'],
  ["lib-judging-imports", "lib/judging/a.ts", 'import "#lib/library/lesson.ts";\n'],
  ["lib-library-imports", "lib/library/a.ts", 'import "#lib/providers/types.ts";\n'],
  ["lib-sharing-imports", "lib/sharing/a.ts", 'import "#lib/runs/a.ts";\n'],
  ["lib-db-imports", "lib/db/a.server.ts", 'import "#lib/http/route.server.ts";\n'],
  ["lib-http-imports", "lib/http/a.server.ts", 'import "#lib/library/lesson.ts";\n'],
  [
    "single-importer-openai",
    "lib/runs/a.server.ts",
    'import type { A } from "openai";\nexport type B = A;\n',
  ],
  ["single-importer-anthropic-ai-sdk", "app/a.ts", 'import "@anthropic-ai/sdk";\n'],
  ["single-importer-franc", "lib/runs/a.server.ts", 'import "franc";\n'],
  ["single-importer-re2js", "lib/runs/a.server.ts", 'import "re2js";\n'],
  ["single-importer-pg", "lib/runs/a.server.ts", 'import "pg";\n'],
  ["single-importer-yaml", "lib/runs/a.server.ts", 'import "yaml";\n'],
  ["single-importer-papaparse", "lib/runs/a.server.ts", 'import "papaparse";\n'],
  ["single-importer-uqr", "lib/runs/a.server.ts", 'import "uqr";\n'],
  ["single-importer-pydantic-genai-prices", "lib/runs/a.server.ts", 'import "@pydantic/genai-prices";\n'],
];
/** What some planted files need to exist. */
const BESIDE: Record<string, string> = {
  "lib/constraints/z.ts": 'import "./a.ts";\n',
};

const folders: string[] = [];

afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

async function house(extra: Record<string, string>): Promise<{ root: string; files: string[] }> {
  const root = await mkdtemp(join(tmpdir(), "afterprompt-arrows-"));
  folders.push(root);
  const sources = { ...SOUND, ...extra };
  const packages = PACKAGES.flatMap((name) => [
    [`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", exports: "./index.js" })],
    [`node_modules/${name}/index.js`, ""],
  ]);
  const all = { ...sources, ...Object.fromEntries(packages), "package.json": JSON.stringify(MANIFEST) };
  for (const [path, text] of Object.entries(all)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), String(text));
  }
  return { root, files: Object.keys(sources) };
}

describe("arrows", () => {
  it("finds nothing in a sound house", async () => {
    const { root, files } = await house({});
    expect(await arrowProblems(root, files)).toEqual([]);
  });

  it.each(PLANTED)("%s fails when %s breaks it", async (rule, file, text) => {
    const { root, files } = await house({
      ...BESIDE,
      "lib/runs/a.ts": "export const a = 1;\n",
      [file]: text,
    });
    const found = (await arrowProblems(root, files)).filter((problem) => problem.rule === rule);
    expect(found.map((problem) => problem.file)).toContain(file);
  });

  it("has a planted violation for every rule", () => {
    const planted = new Set(PLANTED.map(([rule]) => rule));
    expect(config.forbidden.map((rule) => rule.name).filter((name) => !planted.has(name))).toEqual([]);
  });

  it("holds every rule at error", () => {
    expect(config.forbidden.filter((rule) => rule.severity !== "error")).toEqual([]);
  });
});
