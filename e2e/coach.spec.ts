import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { expectNoViolationsInAnyLook } from "./no-violations.ts";
import { open, run, side } from "./playground-page.ts";

const notes = (page: Page, name: "Before" | "After") =>
  page.getByRole("region", { name: `Notes on the ${name} prompt` });
const note = (page: Page, words: string | RegExp) =>
  notes(page, "Before").getByRole("listitem").filter({ hasText: words });
const box = (page: Page) => page.getByRole("textbox", { name: "Before prompt" });

const MANY =
  "Write an engaging blog post about our bakery. Give me some ideas for names, etc. Try to keep it friendly.";

async function write(page: Page, prompt: string): Promise<void> {
  await box(page).fill(prompt);
}

test.describe("notes", () => {
  test("[CO12, CO16] come with the first sign of a person, three at most, with the reason behind a fold", async ({
    page,
  }) => {
    await open(page);
    await expect(notes(page, "Before")).toHaveCount(0);
    await box(page).click();
    await expect(note(page, "How long should it be?")).toBeVisible();
    await expect(notes(page, "After")).toHaveCount(0);

    await write(page, MANY);
    await expect(notes(page, "Before").getByRole("listitem")).toHaveCount(3);
    await expect(notes(page, "Before").getByRole("status")).toHaveText(/^Before: \d notes$/);
    await notes(page, "Before")
      .getByRole("button", { name: /^\d more$/ })
      .click();
    await expect(note(page, "makes the rule optional")).toBeVisible();

    const amount = note(page, "How many are");
    await expect(amount.getByText("A number costs nothing")).toBeHidden();
    await amount.locator("summary").click();
    await expect(amount.getByText("A number costs nothing")).toBeVisible();
    await expect(amount.getByRole("link")).toHaveAttribute("href", "/coach#vague-amount");
  });

  test("[CO12] the words are marked in the box while the pointer or the focus is on the note", async ({
    page,
  }) => {
    await open(page);
    await write(page, "Give me some ideas for a school trip");
    const marked = side(page, "Before").locator("[aria-hidden] .ring-mark");
    await note(page, "How many are").hover();
    await expect(marked).toHaveText("some ideas");
    await page.mouse.move(0, 0);
    await expect(marked).toHaveCount(0);
    await note(page, "How many are").locator("summary").focus();
    await expect(marked).toHaveText("some ideas");
  });

  test("[CO13] a change takes its note away; undo brings text and note back", async ({ page }) => {
    await open(page);
    await write(page, "Give me some ideas for a school trip");
    await notes(page, "Before").getByRole("button", { name: "Make it 3" }).click();
    await expect(box(page)).toHaveValue("Give me 3 ideas for a school trip");
    await expect(note(page, "How many are")).toHaveCount(0);
    const undo = side(page, "Before").getByRole("button", { name: "Undo" });
    await expect(undo).toBeFocused();
    await undo.click();
    await expect(box(page)).toHaveValue("Give me some ideas for a school trip");
    await expect(note(page, "How many are")).toBeVisible();
    await expect(undo).toHaveCount(0);
  });

  test("[CO13] whoever writes on keeps what was written: the way back is gone", async ({ page }) => {
    await open(page);
    await write(page, "Give me some ideas for a school trip");
    await notes(page, "Before").getByRole("button", { name: "Make it 3" }).click();
    await box(page).press("End");
    await box(page).pressSequentially(" in May");
    await expect(side(page, "Before").getByRole("button", { name: "Undo" })).toHaveCount(0);
    await expect(box(page)).toHaveValue("Give me 3 ideas for a school trip in May");
  });

  test("[CO14] a dismissed rule stays silent, until its page switches it on again", async ({ page }) => {
    await open(page);
    await write(page, MANY);
    await notes(page, "Before").getByRole("button", { name: "Dismiss: An amount without a number" }).click();
    await expect(note(page, "How many are")).toHaveCount(0);
    await expect(side(page, "Before").getByRole("button", { name: "Undo" })).toBeFocused();
    await page.reload();
    await expect(run(page)).toBeEnabled();
    await box(page).click();
    await expect(notes(page, "Before").getByRole("listitem").first()).toBeVisible();
    await expect(note(page, "How many are")).toHaveCount(0);

    await page.goto("/coach#vague-amount");
    const shown = page.getByRole("checkbox", { name: /^Show\s+the rule An amount without a number$/ });
    await expect(shown).not.toBeChecked();
    await shown.check();
    await open(page);
    await box(page).click();
    await expect(note(page, "How many are")).toBeVisible();
  });

  test("[CO14] dismissing can be taken back at once", async ({ page }) => {
    await open(page);
    await write(page, "Give me some ideas for a school trip");
    await notes(page, "Before")
      .getByRole("button", { name: /^Dismiss/ })
      .click();
    await side(page, "Before").getByRole("button", { name: "Undo" }).click();
    await expect(note(page, "How many are")).toBeVisible();
  });

  test("[CO12] in Parts they speak of the parts, and mark the words in theirs", async ({ page }) => {
    await open(page);
    const task = side(page, "After").getByRole("textbox", { name: "Task" });
    await task.fill("Write an engaging poem about the sunrise on a calm lake.");
    const remark = notes(page, "After").getByRole("listitem").filter({ hasText: "Nobody can check" });
    await remark.hover();
    await expect(side(page, "After").locator("[aria-hidden] .ring-mark")).toHaveText("engaging");
  });

  test("[CO15] nothing new is said while answers stream; it is said when they are over", async ({ page }) => {
    await open(page);
    const picker = page.getByRole("combobox", { name: "Model", exact: true });
    await picker.click();
    await picker.fill("fake/held");
    await page
      .getByRole("group", { name: /OpenAI/ })
      .getByRole("option", { name: "fake/held" })
      .first()
      .click();
    await write(page, "Give me some ideas for a school trip");
    await expect(note(page, "How many are")).toBeVisible();
    await run(page).click();
    const stop = page.getByRole("button", { name: "Stop", exact: true });
    await expect(stop).toBeVisible();
    await write(page, "Plan a trip with stuff like that");
    // Longer than the pause after which a note would come.
    await page.waitForTimeout(1_500);
    await expect(stop).toBeVisible();
    await expect(note(page, "leaves it to the model")).toHaveCount(0);
    await stop.click();
    await expect(note(page, "leaves it to the model")).toBeVisible();
  });

  test("[CO13] everything works from the keyboard", async ({ page }) => {
    await open(page);
    await write(page, "Give me some ideas for a school trip");
    const summary = note(page, "How many are").locator("summary");
    await summary.focus();
    await page.keyboard.press("Enter");
    await expect(note(page, "How many are").getByText("A number costs nothing")).toBeVisible();
    await page.keyboard.press("Tab");
    await expect(note(page, "How many are").getByRole("link")).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(box(page)).toHaveValue("Give me 3 ideas for a school trip");
    await page.keyboard.press("Enter");
    await expect(box(page)).toHaveValue("Give me some ideas for a school trip");
  });
});

test.describe("the page of the rules", () => {
  test("[CO17] lists every rule with its reason, its example and its source", async ({ page }) => {
    await page.goto("/strategies");
    await page.getByRole("link", { name: "the coach" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Coach" })).toBeVisible();
    const rules = page.getByRole("article");
    expect(await rules.count()).toBeGreaterThanOrEqual(25);
    for (const rule of await rules.all()) {
      await expect(rule.getByRole("heading", { level: 2 })).toHaveCount(1);
      await expect(rule.getByText("Before", { exact: true })).toBeVisible();
      await expect(rule.getByRole("link")).toHaveAttribute("href", /^https:\/\//);
    }
  });
});

for (const width of [320, 1440]) {
  test(`[CO12, CO17] no violation in light or dark, nothing scrolls sideways: ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await open(page);
    if (width < 768) await page.getByRole("radio", { name: "Before", exact: true }).check({ force: true });
    await write(page, MANY);
    await expect(notes(page, "Before").getByRole("listitem")).toHaveCount(3);
    await note(page, "How long should it be?").locator("summary").click();
    await expectNoViolationsInAnyLook(page);
    await notes(page, "Before").getByRole("button", { name: /more$/ }).click();
    await notes(page, "Before").getByRole("button", { name: "Make it 3" }).click();
    await expectNoViolationsInAnyLook(page);
    await page.goto("/coach");
    await expectNoViolationsInAnyLook(page);
  });
}
