import { describe, expect, it } from "vitest";
import { placeProblems } from "./places.ts";
import { textProblems } from "./text-rules.ts";

const rulesOf = (file: string, text: string): string[] => textProblems(file, text).map(({ rule }) => rule);
const placeRulesOf = (file: string): string[] => placeProblems([file]).map(({ rule }) => rule);
const suppression = (tool: string): string => `// ${tool}-${"ignore"} lint: because\n`;

describe("text rules", () => {
  it("a server file starts with the import that keeps it on the server", () => {
    expect(rulesOf("lib/env.server.ts", 'import "zod";\nimport "server-only";\n')).toEqual([
      "server-only-first",
    ]);
    expect(rulesOf("lib/env.server.ts", 'import "server-only";\nimport "zod";\n')).toEqual([]);
  });

  it("a file that is for the server says so in its name", () => {
    expect(rulesOf("lib/env.ts", 'import "server-only";\n')).toEqual(["server-in-the-name"]);
  });

  it("[R15] no file has a server action, in either quotes, at the top or in a function", () => {
    expect(rulesOf("app/page.tsx", '"use server";\n')).toEqual(["no-server-action"]);
    expect(rulesOf("components/ui/a.tsx", "async function save() {\n  'use server'\n}\n")).toEqual([
      "no-server-action",
    ]);
    expect(rulesOf("app/page.tsx", '"use client";\n// never "use server"\n')).toEqual([]);
  });

  it("no star exports", () => {
    expect(rulesOf("lib/base/a.ts", 'export * from "./b.ts";\n')).toEqual(["no-export-star"]);
  });

  it("no finding is silenced", () => {
    expect(rulesOf("lib/base/a.ts", suppression("biome"))).toEqual(["no-suppression"]);
    expect(rulesOf("lib/base/a.test.ts", `// @ts-${"expect-error"}\n`)).toEqual(["no-suppression"]);
  });

  it("no key can be compiled into the browser's code", () => {
    expect(rulesOf("next.config.ts", `process.env.NEXT_${"PUBLIC"}_OPENAI_KEY`)).toEqual(["no-public-key"]);
  });
});

describe("places", () => {
  it.each(["app/api/runs/[id]/route.ts", "app/page.tsx", "lib/base/ids.ts", "components/ui/button.test.tsx"])(
    "%s has a place",
    (file) => {
      expect(placeRulesOf(file)).toEqual([]);
    },
  );

  it.each([
    ["known-place", "lib/stuff/a.ts"],
    ["known-place", "app/api/runs/parse.ts"],
    ["known-place", "components/button.tsx"],
    ["known-place", "tool.ts"],
    ["telling-name", "lib/base/utils.ts"],
    ["telling-name", "lib/runs/stream-helpers.ts"],
    ["no-barrel", "lib/base/index.ts"],
    ["kebab-case", "components/ui/Button.tsx"],
  ])("%s fails for %s", (rule, file) => {
    expect(placeRulesOf(file)).toContain(rule);
  });
});
