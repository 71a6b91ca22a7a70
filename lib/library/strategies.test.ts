import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { allChecks } from "#lib/comparison/derive.ts";
import { decidingChecks } from "#lib/comparison/verdict-input.ts";
import { compile } from "#lib/prompt/compile.ts";
import { loadStrategies, readStrategies, strategyBySlug } from "./strategies.server.ts";

const STRATEGIES = loadStrategies().map((strategy) => [strategy.slug, strategy] as const);

test("every folder is a strategy of the page, numbered from one without a gap", () => {
  const folders = STRATEGIES.map(([slug, { order }]) => `${String(order).padStart(2, "0")}-${slug}`);
  expect(folders).toEqual(readdirSync("prompts/strategies").toSorted());
  expect(STRATEGIES.map(([, { order }]) => order)).toEqual(STRATEGIES.map((_, index) => index + 1));
  expect(new Set(STRATEGIES.map(([slug]) => slug)).size).toBe(STRATEGIES.length);
  expect(strategyBySlug("role")?.order).toBe(2);
  expect(strategyBySlug("no-such")).toBeUndefined();
});

test.each(STRATEGIES)(
  "strategy %s: it can be run as it is and has checks that decide",
  (_, { comparison }) => {
    const cases = comparison.cases.length === 0 ? [{ values: {} }] : comparison.cases;
    for (const { prompt } of comparison.variants) {
      for (const { values } of cases) expect(compile(prompt, values).missing).toEqual([]);
    }
    expect(decidingChecks(allChecks(comparison)).length).toBeGreaterThan(0);
  },
);

test("a folder that is not NN-slug is refused by name", () => {
  expect(() => readStrategies("prompts")).toThrow(/strategy \w+: the folder's name is not NN-slug/);
});
