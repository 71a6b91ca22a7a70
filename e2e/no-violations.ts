import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";
import { expect } from "./fixtures.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules whose outcome depends on colours, which is all that differs between light and dark. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** No axe rule is violated in the whole page, or in the part that the selector names, as it looks now. */
export async function expectNoViolations(page: Page, part?: string): Promise<void> {
  await expectNone(page, { runOnly: TAGS }, part);
}

/** No axe rule is violated, in light or in dark, and nothing scrolls sideways at the page's width. */
export async function expectNoViolationsInAnyLook(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "dark" });
  await expectNone(page, { runOnly: { type: "rule", values: COLOUR_RULES } });
  await page.emulateMedia({ colorScheme: "light" });
  await expectNoViolations(page);
  await expectNothingSticksOut(page);
}

export async function expectNothingSticksOut(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over, `pixels too wide: ${page.url()}`).toBeLessThanOrEqual(0);
}

/** axe as it is, once a page: its adapter for Playwright brings it anew each time and takes four times as long. */
async function expectNone(page: Page, options: RunOptions, part?: string): Promise<void> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(AXE);
  await endTransitions(page);
  const told = JSON.stringify({ ...options, resultTypes: ["violations"] });
  const { violations, passes } = await page.evaluate<AxeResults>(
    `axe.run(${part === undefined ? "document" : JSON.stringify(part)}, ${told})`,
  );
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  expect(passes.length, "rules that found something to look at").toBeGreaterThan(0);
}

/** A colour on its way from one to another is neither; each element passes it on to those within. */
async function endTransitions(page: Page): Promise<void> {
  await page.evaluate(() => {
    const transitions = () =>
      document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    for (let left = transitions(); left.length > 0; left = transitions())
      for (const each of left) each.finish();
  });
}
