import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { expectNoViolationsInAnyLook } from "./no-violations.ts";
import {
  answer,
  contract,
  open,
  openAndRun,
  openWith,
  run,
  runToEnd,
  side,
  stop,
  verdict,
} from "./playground-page.ts";

const row = (page: Page, name: string) => contract(page).getByRole("button", { name, exact: true });
const cells = (page: Page, name: string) =>
  contract(page)
    .getByRole("row")
    .filter({ has: page.getByRole("button", { name, exact: true }) })
    .getByRole("cell");
const evidence = (page: Page, name: string) =>
  contract(page).getByRole("region", { name: `${name}: evidence` });
const OPENING = "starts with “A golden light first kisses the water.”";

/** A check of one's own: so many words or characters at most. */
async function addLimit(page: Page, kind: "Words" | "Characters", most: string, name = ""): Promise<void> {
  await contract(page).getByRole("button", { name: "Add check" }).click();
  const form = page.getByRole("form", { name: "New check" });
  await form.getByRole("combobox", { name: "Kind" }).selectOption({ label: kind });
  await form.getByRole("combobox", { name: "How many" }).selectOption("at-most");
  await form.getByRole("spinbutton", { name: "Number" }).fill(most);
  await form.getByRole("textbox", { name: "Name (optional)" }).fill(name);
  await form.getByRole("button", { name: "Add", exact: true }).click();
  await expect(form).toHaveCount(0);
}

test.describe("evidence", () => {
  test("the poem’s row shows what was found, marks it in both answers and names the part that promised it", async ({
    page,
  }) => {
    await open(page);
    await runToEnd(page);
    await row(page, "exactly 4 lines").click();
    await expect(row(page, "exactly 4 lines")).toHaveAttribute("aria-expanded", "true");
    await expect(evidence(page, "exactly 4 lines")).toContainText(/13 lines, asked for exactly 4 lines/);
    await expect(evidence(page, "exactly 4 lines")).toContainText(
      /After, sample 1 of 5.*4 lines.*5 of 5 kept/,
    );
    await expect(evidence(page, "exactly 4 lines")).toContainText("A golden light first kisses the water.");
    await expect(answer(page, "Before").locator("mark")).toHaveCount(13);
    await expect(answer(page, "After").locator("mark")).toHaveCount(4);
    const chip = side(page, "After").getByRole("button", { name: "exactly 4 lines", exact: true });
    await expect(chip).toHaveAttribute("aria-current", "true");

    await page
      .getByRole("tab", { name: /Sample 2/ })
      .first()
      .click();
    await expect(evidence(page, "exactly 4 lines")).toContainText("sample 2 of 5");

    await row(page, OPENING).click();
    await expect(evidence(page, "exactly 4 lines")).toHaveCount(0);
    await expect(chip).not.toHaveAttribute("aria-current", "true");
    await expect(evidence(page, OPENING)).toContainText("Promised by the After prompt: opening line.");
    await side(page, "After").getByRole("radio", { name: "As sent" }).check();
    await expect(side(page, "After").locator("mark")).toHaveText(/Start with exactly this line/);
    await row(page, OPENING).click();
    await expect(side(page, "After").locator("mark")).toHaveCount(0);
    await expect(answer(page, "Before").locator("mark")).toHaveCount(0);
  });

  test("a long answer scrolls to its first mark, and the page stays where it is", async ({ page }) => {
    await openWith(page, "fake/stream-3000x3000");
    await addLimit(page, "Words", "2500");
    await runToEnd(page);
    await answer(page, "Before").evaluate((pane) => pane.scrollTo({ top: 0 }));
    await page.evaluate(() => scrollTo({ top: 300 }));
    await row(page, "at most 2500 words").click();
    const mark = answer(page, "Before").locator("mark").first();
    await expect
      .poll(() =>
        mark.evaluate((element) => {
          const pane = element.closest('[role="tabpanel"]')?.getBoundingClientRect();
          const top = element.getBoundingClientRect().top;
          return pane !== undefined && top >= pane.top && top < pane.bottom;
        }),
      )
      .toBe(true);
    expect(await answer(page, "Before").evaluate((pane) => pane.scrollTop)).toBeGreaterThan(500);
  });

  test("[R60] by keyboard: Enter opens a row, Escape closes it from inside, the focus stays in the table", async ({
    page,
  }) => {
    await open(page);
    await run(page).focus();
    await page.keyboard.press("Enter");
    await expect(stop(page)).toBeVisible();
    await expect(run(page)).toBeVisible({ timeout: 30_000 });
    await row(page, "exactly 4 lines").focus();
    await page.keyboard.press("Enter");
    await expect(evidence(page, "exactly 4 lines")).toBeVisible();
    await expect(row(page, "exactly 4 lines")).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(evidence(page, "exactly 4 lines").getByRole("button", { name: "Switch off" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(evidence(page, "exactly 4 lines")).toHaveCount(0);
    await expect(row(page, "exactly 4 lines")).toBeFocused();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await expect(row(page, "exactly 4 lines")).toHaveAttribute("aria-expanded", "false");

    await contract(page).getByRole("button", { name: "Add check" }).focus();
    await page.keyboard.press("Enter");
    await expect(
      page.getByRole("form", { name: "New check" }).getByRole("combobox", { name: "Kind" }),
    ).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(contract(page).getByRole("button", { name: "Add check" })).toBeFocused();
  });
});

test("rules of a prompt that is one text are offered as checks, and put into parts with one press", async ({
  page,
}) => {
  await open(page);
  await side(page, "After").getByRole("radio", { name: "Text" }).click();
  await side(page, "After")
    .getByRole("textbox", { name: "After prompt" })
    .fill("Write a poem about the sea. Write exactly 3 lines. Do not use the word “blue”.");
  await expect(contract(page)).toContainText("2 rules of the After prompt can be checked");
  await expectNoViolationsInAnyLook(page);
  await contract(page).getByRole("button", { name: "Put it into parts" }).click();
  await expect(row(page, "exactly 3 lines")).toBeVisible();
  await expect(contract(page).getByRole("button", { name: "Add check" })).toBeFocused();
  await expect(side(page, "After").getByRole("radio", { name: "Parts" })).toBeChecked();
});

test.describe("checks of one’s own", () => {
  test("[R23] a pattern that cannot be read is refused at its field", async ({ page }) => {
    await openAndRun(page);
    await contract(page).getByRole("button", { name: "Add check" }).click();
    const form = page.getByRole("form", { name: "New check" });
    await form.getByRole("combobox", { name: "Kind" }).selectOption({ label: "Pattern" });
    const pattern = form.getByRole("textbox", { name: "Regular expression" });
    await pattern.fill("(unclosed");
    await form.getByRole("button", { name: "Add", exact: true }).click();
    await expect(form).toContainText("This pattern cannot be read: missing closing )");
    await expect(pattern).toHaveAttribute("aria-invalid", "true");
    await expect(pattern).toBeFocused();
    await expectNoViolationsInAnyLook(page);
    await pattern.fill("light|water");
    await form.getByRole("button", { name: "Add", exact: true }).click();
    await expect(form).toHaveCount(0);
  });

  test("one that is added after the run is held against the answers that are there, with no call and no cost", async ({
    page,
  }) => {
    await open(page);
    await runToEnd(page);
    const posts: string[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST") posts.push(request.url());
    });
    await expect(verdict(page)).toContainText("all 4 hard promises");
    await addLimit(page, "Words", "40", "short enough");
    await expect(contract(page).getByRole("button", { name: "Add check" })).toBeFocused();
    await expect(cells(page, "short enough")).toHaveText([/0\/5/, /2\/5/]);
    await expect(verdict(page)).toContainText("all 5 hard promises");
    expect(posts).toEqual([]);

    await row(page, "short enough").click();
    await expect(evidence(page, "short enough")).toContainText(/113 words, asked for at most 40 words/);
    await evidence(page, "short enough").getByRole("button", { name: "Edit" }).click();
    const form = page.getByRole("form", { name: "Edit check" });
    await form.getByRole("spinbutton", { name: "Number" }).fill("60");
    await form.getByRole("checkbox", { name: "Counts in the verdict" }).uncheck();
    await form.getByRole("button", { name: "Save" }).click();
    await expect(row(page, "short enough")).toBeFocused();
    await expect(cells(page, "short enough").last()).toHaveText(/5\/5/);
    await expect(verdict(page)).toContainText("all 4 hard promises");

    await page.reload();
    await expect(cells(page, "short enough").last()).toHaveText(/5\/5/);
    await row(page, "short enough").click();
    await evidence(page, "short enough").getByRole("button", { name: "Delete" }).click();
    await expect(row(page, "short enough")).toHaveCount(0);
    await expect(row(page, "Speaks of hope (a word list)")).toBeFocused();
    expect(posts).toEqual([]);
  });

  test("a promise of the prompt can be switched off: it is drawn so and counts nowhere", async ({ page }) => {
    await open(page);
    await runToEnd(page);
    await expect(verdict(page)).toContainText("all 4 hard promises");
    await row(page, OPENING).click();
    await evidence(page, OPENING).getByRole("button", { name: "Switch off" }).click();
    await expect(cells(page, OPENING).first()).toHaveText("switched off");
    await expect(verdict(page)).toContainText("all 3 hard promises");
    await expect(verdict(page)).toContainText(/After 5 of 5/);
    await evidence(page, OPENING).getByRole("button", { name: "Switch on" }).click();
    await expect(cells(page, OPENING).last()).toHaveText(/4\/5/);
    await expect(verdict(page)).toContainText("all 4 hard promises");
  });
});

test.describe("while writing and while streaming", () => {
  test("[CF8] [CF1] promises that contradict each other are remarked at their field, and nothing is blocked", async ({
    page,
  }) => {
    await open(page);
    const after = side(page, "After");
    await after.getByRole("button", { name: "Add constraint" }).click();
    const form = page.getByRole("form", { name: "New constraint" });
    await form.getByRole("spinbutton", { name: "Number" }).fill("6");
    await expect(form.getByRole("status")).toContainText("no number is both");
    await form.getByRole("combobox", { name: "Kind" }).selectOption({ label: "JSON" });
    await expect(form.getByRole("status")).toContainText("the opening line do not go together");
    await form.getByRole("button", { name: "Add", exact: true }).click();
    await expect(after.getByText(/valid JSON begins with a bracket/)).toBeVisible();
    await after.getByRole("textbox", { name: "Opening line" }).fill("");
    await expect(after.getByText(/valid JSON begins with a bracket/)).toHaveCount(0);
    await expect(after.getByText(/ends with its last bracket/)).toBeVisible();
    await runToEnd(page);
    await expect(row(page, "valid JSON")).toBeVisible();
  });

  test("a check that is already broken says so while the answer is being written; a stopped answer is left out", async ({
    page,
  }) => {
    await openWith(page, "fake/held");
    await addLimit(page, "Characters", "20");
    await run(page).click();
    await expect(cells(page, "at most 20 characters").first()).toHaveText(/0\/1…/);
    await expect(stop(page)).toBeVisible();
    await row(page, "at most 20 characters").click();
    await expect(evidence(page, "at most 20 characters")).toContainText(
      /characters so far, asked for at most 20/,
    );
    await expect(cells(page, "exactly 4 lines").first()).toHaveText(/1 still to come/);
    await stop(page).click();
    await expect(run(page)).toBeVisible();
    await expect(cells(page, "at most 20 characters").first()).toHaveText("1 left out");
    await expect(evidence(page, "at most 20 characters")).toContainText("did not come to its end");
    await expect.poll(() => page.workers().length).toBe(0);
  });

  test("prompts that were edited after the run are told apart from those that were run, shown and brought back", async ({
    page,
  }) => {
    await open(page);
    await runToEnd(page);
    const note = page.getByText("The answers below belong to the prompts as they were when you pressed Run.");
    await expect(note).toHaveCount(0);
    const box = page.getByRole("textbox", { name: "Before prompt" });
    await box.fill("Something else.");
    await expect(note).toBeVisible();
    await page.getByRole("button", { name: "Show those prompts" }).click();
    await expect(page.getByRole("region", { name: "Before prompt of the run" })).toContainText(
      "Generate a poem about nature.",
    );
    await page.getByRole("button", { name: "Bring them back" }).click();
    await expect(box).toHaveValue("Generate a poem about nature.");
    await expect(note).toHaveCount(0);
  });
});

for (const width of [320, 1280]) {
  test(`[R59] a row open, the form open, a remark shown: no violations at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await open(page);
    await runToEnd(page);
    const show = async (name: RegExp) => {
      if (width < 768)
        await page.getByRole("radiogroup", { name: "Show" }).getByRole("radio", { name }).check();
    };
    await show(/Contract/);
    await row(page, "exactly 4 lines").click();
    await expect(evidence(page, "exactly 4 lines")).toBeVisible();
    await expectNoViolationsInAnyLook(page);
    await contract(page).getByRole("button", { name: "Add check" }).click();
    await expect(page.getByRole("form", { name: "New check" })).toBeVisible();
    await expectNoViolationsInAnyLook(page);
    await show(/After/);
    await side(page, "After").getByRole("textbox", { name: "Closing" }).fill("");
    await side(page, "After").getByRole("button", { name: "Add constraint" }).click();
    const form = page.getByRole("form", { name: "New constraint" });
    await form.getByRole("combobox", { name: "Kind" }).selectOption({ label: "JSON" });
    await form.getByRole("button", { name: "Add", exact: true }).click();
    await expect(side(page, "After").getByText(/begins with a bracket/)).toBeVisible();
    await expect(page.getByText(/The answers below belong/)).toBeVisible();
    await expectNoViolationsInAnyLook(page);
  });
}
