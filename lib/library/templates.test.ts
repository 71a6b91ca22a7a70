import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { allChecks } from "#lib/comparison/derive.ts";
import { decidingChecks } from "#lib/comparison/verdict-input.ts";
import { phraseOf } from "#lib/constraints/registry.ts";
import { compile } from "#lib/prompt/compile.ts";
import { cardOf } from "./template.ts";
import { searchTemplates } from "./template-search.ts";
import { loadTemplates, readTemplates, templateBySlug } from "./templates.server.ts";

const TEMPLATES = loadTemplates().map((template) => [template.slug, template] as const);

test("there are at least twenty templates, each with a title of its own", () => {
  expect(TEMPLATES.length).toBeGreaterThanOrEqual(20);
  expect(new Set(TEMPLATES.map(([, { title }]) => title)).size).toBe(TEMPLATES.length);
  expect(templateBySlug("support-reply")?.group).toBe("Support");
  expect(templateBySlug("no-such")).toBeUndefined();
});

test.each(TEMPLATES)("template %s: its example fills every variable of both prompts", (_, { comparison }) => {
  const used = new Set<string>();
  for (const { prompt } of comparison.variants) {
    for (const name of compile(prompt).missing) used.add(name);
    expect(compile(prompt, comparison.cases[0]?.values).missing).toEqual([]);
  }
  expect(Object.keys(comparison.cases[0]?.values ?? {}).toSorted()).toEqual([...used].toSorted());
  expect(used.size).toBeGreaterThan(0);
});

test.each(TEMPLATES)(
  "template %s: it has checks that decide, and every constraint has words",
  (_, { comparison }) => {
    expect(decidingChecks(allChecks(comparison)).length).toBeGreaterThan(0);
    const after = comparison.variants[1]?.prompt;
    const constraints = after?.kind === "parts" ? after.constraints : [];
    for (const constraint of constraints) expect(phraseOf(constraint)).not.toBe("");
  },
);

test("a search finds by title, use and keyword, every word of it", () => {
  const cards = loadTemplates().map(cardOf);
  const slugs = (search: string) => searchTemplates(cards, search).map(({ slug }) => slug);
  expect(slugs("JSON")).toContain("invoice-fields");
  expect(slugs("pull request")).toEqual(["code-review"]);
  expect(slugs("  ")).toHaveLength(cards.length);
  expect(slugs("zebra")).toEqual([]);
});

test("a template that is not valid is refused by name", () => {
  const folder = mkdtempSync(join(tmpdir(), "templates-"));
  const copy = (change: (text: string) => string) => {
    cpSync("prompts/templates/quiz", join(folder, "quiz"), { recursive: true });
    const path = join(folder, "quiz", "template.json");
    writeFileSync(path, change(readFileSync(path, "utf8")));
    return () => readTemplates(folder);
  };
  expect(copy((text) => text.replace('"Teaching"', '"Schools"'))).toThrow(/template quiz: .*group/s);
  expect(copy((text) => text.replace(/"title": "[^"]+"/, '"title": ""'))).toThrow("no title");
  expect(copy((text) => text)().map(({ slug }) => slug)).toEqual(["quiz"]);
  rmSync(folder, { recursive: true });
});
