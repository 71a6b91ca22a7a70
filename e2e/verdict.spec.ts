import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { expectNoViolations, expectNoViolationsInAnyLook } from "./no-violations.ts";
import { open, openWith, runToEnd, side, verdict } from "./playground-page.ts";

const sentence = (page: Page) => verdict(page).getByRole("heading", { level: 2 });
const outputTabs = (page: Page, side: "Before" | "After") =>
  page.getByRole("region", { name: `${side} output`, exact: true }).getByRole("tab");

/** The poem pair on the fake provider: its plain poems break the contract, its sunrise poems keep all of it. */
async function openOnProvider(page: Page, samples: string, model = "fake/ok"): Promise<void> {
  await openWith(page, model, samples);
  // Some of them have a comma where others have a full stop.
  await side(page, "After")
    .getByRole("textbox", { name: "Opening line" })
    .fill("A golden light first kisses the water");
}

async function completions(fakeUrl: string): Promise<number> {
  const { calls } = await (await fetch(`${fakeUrl}/__fake/log`)).json();
  return calls.filter(({ path }: { path: string }) => path.endsWith("/chat/completions")).length;
}

test("nothing is said before a run; [VD11] bundled answers are a demonstration and claim nothing", async ({
  page,
}) => {
  await open(page);
  await expect(verdict(page)).toHaveCount(0);
  await runToEnd(page);
  await expect(sentence(page)).toContainText("A demonstration, not evidence");
  await expect(sentence(page)).toContainText("Before passed 0 of 5 samples, After 4 of 5");
  await expect(verdict(page)).not.toContainText(/is better|Evidence (strong|of)|E =|would be needed/);
  await expect(verdict(page).getByRole("button")).toHaveCount(0);
  await expectNoViolations(page, '[aria-label="Verdict"]');
});

test("[VD5][VD12] five clear samples a side: After is better, with its evidence, its interval and what it covers", async ({
  page,
}) => {
  await openOnProvider(page, "5");
  await runToEnd(page);
  await expect(sentence(page)).toHaveText("After is better: Before passed 0 of 5 samples, After 5 of 5.");
  await expect(verdict(page)).toContainText("Evidence strong (E = 62; 20 is enough).");
  await expect(verdict(page)).toContainText(
    /100 points more often than Before \(95\s% interval: \+\d+ to \+100 points\)/,
  );
  await expect(verdict(page)).toContainText("this one case");
  await expectNoViolations(page, '[aria-label="Verdict"]');
});

test("[VD8] three samples cannot tell yet, and say how many more; five more go on without the three again", async ({
  page,
  servers,
}) => {
  await openOnProvider(page, "3");
  await runToEnd(page);
  await expect(sentence(page)).toContainText("Cannot tell yet");
  await expect(verdict(page)).toContainText("About 2 more samples a side would be needed.");
  const texts = await outputTabs(page, "After").count();
  expect(texts).toBe(3);
  const before = await completions(servers.fakeUrl);
  const more = verdict(page).getByRole("button", { name: "5 more samples" });
  await expect(verdict(page).getByText(/^10 calls · /)).toBeVisible();
  await more.click();
  await expect(sentence(page)).toHaveText("After is better: Before passed 0 of 8 samples, After 8 of 8.");
  await expect(outputTabs(page, "Before")).toHaveCount(8);
  await expect(outputTabs(page, "After")).toHaveCount(8);
  expect(await completions(servers.fakeUrl)).toBe(before + 10);
  await page.reload();
  await expect(sentence(page)).toContainText("After is better: Before passed 0 of 8 samples");
});

test("[VD2] a pair that lost a side is left out and said", async ({ page }) => {
  await openOnProvider(page, "3", "fake/first-1-clean-eof-4");
  await runToEnd(page);
  await expect(verdict(page)).toContainText("1 pair was incomplete and left out.");
  await expect(sentence(page)).toContainText("Before passed 0 of 2 samples, After 2 of 2");
});

test("without a promise that a rule can check there is no verdict, and the page says why", async ({
  page,
}) => {
  await openOnProvider(page, "1");
  const after = page.getByRole("group", { name: "After", exact: true });
  await after.getByRole("radio", { name: "Text" }).click();
  await runToEnd(page);
  await expect(sentence(page)).toContainText("No verdict");
  await expect(verdict(page).getByRole("button")).toHaveCount(0);
});

test("[R60] more samples and the table by keyboard alone; the focus stays on the button that was pressed", async ({
  page,
}) => {
  await openOnProvider(page, "3");
  await runToEnd(page);
  const more = verdict(page).getByRole("button", { name: "5 more samples" });
  await more.focus();
  await page.keyboard.press("Enter");
  await expect(sentence(page)).toContainText("After 8 of 8");
  await expect(more).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(verdict(page).getByRole("button", { name: "10 more samples" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(verdict(page).getByRole("table", { name: "How often each side passes" })).toBeVisible();
  const samples = verdict(page).getByRole("table", { name: "Which sample passed" });
  await expect(samples.getByRole("row", { name: /^8 / })).toHaveText(/failed.*passed/);
  await expectNoViolations(page, '[aria-label="Verdict"]');
});

test("[R59][R62] on a phone the verdict stands under the contract, without violations or sideways scrolling", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openOnProvider(page, "5");
  await runToEnd(page);
  await expect(verdict(page)).toHaveCount(0);
  await page.getByRole("radio", { name: /^Contract/ }).check();
  await expect(sentence(page)).toContainText("After is better");
  await verdict(page).getByText("As a table").click();
  await expectNoViolationsInAnyLook(page);
});
