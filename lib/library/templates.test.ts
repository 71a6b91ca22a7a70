import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { holdAll } from "#lib/checks/hold.ts";
import { allChecks } from "#lib/comparison/derive.ts";
import { fillChecks } from "#lib/comparison/fill-checks.ts";
import { decidingChecks } from "#lib/comparison/verdict-input.ts";
import { conflictsOf } from "#lib/constraints/conflicts.ts";
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

test.each(TEMPLATES)(
  "template %s: its promises do not contradict each other, and a good answer keeps them all",
  (slug, { comparison }) => {
    const after = comparison.variants[1]?.prompt;
    if (after?.kind !== "parts") throw new Error("the second prompt of a template has parts");
    expect(conflictsOf(after)).toEqual([]);
    const answer = readFileSync(join("prompts", "templates", slug, "answer.txt"), "utf8").trimEnd();
    const checks = fillChecks(decidingChecks(allChecks(comparison)), comparison.cases[0]?.values ?? {});
    const results = holdAll(checks, answer);
    expect(results.map(({ asked, result, found }) => ({ asked, result, found }))).toEqual(
      results.map(({ asked, found }) => ({ asked, result: "pass", found })),
    );
    // A check that anything passes would hold nothing.
    const rambling =
      "Here is what you have asked for, and I am responsible for various #misc things. ".repeat(40);
    expect(holdAll(checks, rambling).some(({ result }) => result === "fail")).toBe(true);
  },
);

test("no two templates say the same, and each has words of its own to be found by", () => {
  const cards = loadTemplates().map(cardOf);
  expect(new Set(cards.map(({ use }) => use)).size).toBe(cards.length);
  for (const card of cards) {
    expect(searchTemplates(cards, card.title)).toContain(card);
    const said = `${card.title} ${card.use}`.toLowerCase();
    expect(card.keywords.some((keyword) => !said.includes(keyword.toLowerCase()))).toBe(true);
    for (const keyword of card.keywords) expect(searchTemplates(cards, keyword)).toContain(card);
  }
});

test("a search finds by title, use and keyword, every word of it", () => {
  const cards = loadTemplates().map(cardOf);
  const slugs = (search: string) => searchTemplates(cards, search).map(({ slug }) => slug);
  expect(slugs("JSON")).toContain("invoice-fields");
  expect(slugs("pull request")).toEqual(["code-review"]);
  expect(slugs("  ")).toHaveLength(cards.length);
  expect(slugs("zebra")).toEqual([]);
  expect(slugs("e-mail")).toEqual(slugs("email"));
  expect(slugs("JSÖN")).toEqual(slugs("json"));
  expect(slugs("complaint")).toContain("bug-report");
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
