import { expect, test } from "./fixtures.ts";
import { expectNoViolationsInAnyLook } from "./no-violations.ts";

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

test("[R59] the templates have no violation and do not scroll sideways", async ({ page }) => {
  await page.goto("/templates");
  for (const width of [320, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoViolationsInAnyLook(page);
  }
});
