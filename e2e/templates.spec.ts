import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures.ts";

test("templates are narrowed by every word that is typed, and the count is told", async ({ page }) => {
  await page.goto("/templates");
  const search = page.getByRole("searchbox", { name: "Search templates" });
  const main = page.getByRole("main");
  await expect(main.getByRole("status")).toHaveText("24 templates");
  await search.fill("e-mail task");
  await expect(main.getByRole("listitem")).toHaveCount(1);
  await expect(main.getByRole("link", { name: "Find the tasks in an email" })).toBeVisible();
  await expect(main.getByRole("status")).toHaveText("1 of 24 templates");
  await search.fill("zebra");
  await expect(main).toContainText("Nothing here says that.");
  await search.fill("");
  await expect(main.getByRole("listitem")).toHaveCount(24);
  await expect(main).toContainText("You fill in: product, buyers, facts");
});

for (const width of [320, 1440]) {
  test(`[R59] the templates have no violation and do not scroll sideways: ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/templates");
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual(
      [],
    );
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
  });
}
