import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { expectNoViolationsInAnyLook } from "./no-violations.ts";
import { answer, contract, open, output, pickModel, run, runToEnd, verdict } from "./playground-page.ts";
import { callsFor } from "./run-api.ts";
import { createLink, openPanel as openSharePanel } from "./share-page.ts";

const runs = (page: Page) => page.getByRole("region", { name: "My runs" });

/** Runs a pair on the fake provider, with words of its own in Before. */
async function runPair(page: Page, marker: string, model = "fake/ok", samples = "1"): Promise<void> {
  await open(page);
  await page.getByRole("textbox", { name: "Before prompt" }).fill(`Write about ${marker}.`);
  await pickModel(page, model);
  await page.getByRole("combobox", { name: "Samples" }).selectOption(samples);
  await run(page).click();
}

test("[ST8] a run is found by its prompt, renamed, opened again with its answers, and deleted", async ({
  page,
  servers,
}) => {
  await runPair(page, "the harbour at noon");
  await expect(page.getByText(/Last run:/)).toBeVisible();
  await expect(output(page, "After").getByText("complete", { exact: true })).toBeVisible();
  // The run's end is told a moment before its last words are drawn.
  await expect(answer(page, "After")).toContainText(/comes home to the land\.$/);
  const told = await answer(page, "After").textContent();

  await page.goto("/history");
  await page.getByRole("searchbox", { name: "Search your runs" }).fill("HARBOUR at");
  await expect(runs(page).getByRole("listitem")).toHaveCount(1);
  await runs(page)
    .getByRole("button", { name: /^Rename/ })
    .click();
  await page.getByRole("textbox", { name: /^New name/ }).fill("Harbour, first try");
  await page.keyboard.press("Enter");
  await expect(runs(page).getByRole("link", { name: "Harbour, first try" })).toBeVisible();
  await expect(runs(page).getByText("2 of 2 samples, complete")).toBeVisible();

  const calls = (await callsFor(servers.fakeUrl, "the harbour at noon")).length;
  await runs(page).getByRole("link", { name: "Harbour, first try" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Harbour, first try" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Before prompt" })).toHaveValue(
    "Write about the harbour at noon.",
  );
  await expect(answer(page, "After")).toHaveText(told ?? "");
  // Opening is reading: no call was made for it.
  expect((await callsFor(servers.fakeUrl, "the harbour at noon")).length).toBe(calls);

  await page.goto("/history");
  await runs(page).getByRole("button", { name: "Delete Harbour, first try" }).click();
  await runs(page).getByRole("button", { name: "Delete", exact: true }).click();
  await expect(runs(page).getByRole("link", { name: "Harbour, first try" })).toHaveCount(0);
});

test("[VD21] a check that was off before the run is off when it is opened again; changed later, page and link say so", async ({
  page,
}) => {
  await open(page);
  const lines = contract(page).getByRole("button", { name: "exactly 4 lines", exact: true });
  const evidence = contract(page).getByRole("region", { name: "exactly 4 lines: evidence" });
  const sentence = "The contract was changed after these answers were there.";
  await lines.click();
  await evidence.getByRole("button", { name: "Switch off" }).click();
  await pickModel(page, "fake/ok");
  await page.getByRole("combobox", { name: "Samples" }).selectOption("1");
  await runToEnd(page);
  await expect(verdict(page)).toContainText("all 3 hard promises");
  await page.goto("/history");
  await runs(page).getByRole("link").first().click();
  await expect(verdict(page)).toContainText("all 3 hard promises");
  await expect(verdict(page)).not.toContainText(sentence);
  await lines.click();
  await evidence.getByRole("button", { name: "Switch on" }).click();
  await expect(verdict(page)).toContainText("all 4 hard promises");
  await expect(verdict(page)).toContainText(sentence);
  await openSharePanel(page);
  await page.goto(await createLink(page));
  await expect(page.getByRole("region", { name: "Verdict" })).toContainText(sentence);
});

test("[RS19] a run that was stopped is finished from the history: only what is missing is paid", async ({
  page,
  servers,
}) => {
  await runPair(page, "slow bells", "fake/slow-tokens", "3");
  await expect(answer(page, "Before")).not.toBeEmpty();
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(page.getByRole("button", { name: "Finish the run" })).toBeVisible();

  await page.goto("/history");
  await expect(runs(page).getByText(/of 6 samples, stopped/)).toBeVisible();
  await runs(page).getByRole("link").first().click();
  await expect(page.getByText(/samples? without an answer/)).toBeVisible();
  const before = (await callsFor(servers.fakeUrl, "slow bells")).length;
  await page.getByRole("button", { name: "Finish the run" }).click();
  await expect(page.getByText(/without an answer/)).toHaveCount(0, { timeout: 25_000 });
  await expect(page.getByText(/Last run:/)).toBeVisible({ timeout: 25_000 });
  const after = (await callsFor(servers.fakeUrl, "slow bells")).length;
  expect(after - before).toBeGreaterThan(0);
  expect(after - before).toBeLessThanOrEqual(6);
  await page.goto("/history");
  await expect(runs(page).getByRole("listitem")).toHaveCount(1);
  await expect(runs(page).getByText("6 of 6 samples, complete")).toBeVisible();
});

test("[RS17] with Keep nothing a run leaves no trace in the history", async ({ page }) => {
  await page.goto("/history");
  await page.getByRole("combobox", { name: "Keep new runs" }).selectOption("Keep nothing");
  await runPair(page, "a secret garden");
  await expect(page.getByText(/Last run:/)).toBeVisible();
  await page.goto("/history");
  await expect(page.getByText("Nothing here yet.")).toBeVisible();
});

test("[R05] another browser does not see it, and is told that it is not there", async ({ page, browser }) => {
  await runPair(page, "only mine");
  await expect(page.getByText(/Last run:/)).toBeVisible();
  await page.goto("/history");
  const address = await runs(page).getByRole("link").first().getAttribute("href");
  const stranger = await browser.newContext({ baseURL: new URL(page.url()).origin });
  const theirs = await stranger.newPage();
  await theirs.goto(address ?? "/");
  await expect(
    theirs.getByRole("alert").filter({ hasText: "This run is not there any more." }),
  ).toBeVisible();
  await theirs.goto("/history");
  await expect(theirs.getByText("Nothing here yet.")).toBeVisible();
  await stranger.close();
});

test("what is opened has a draft of its own: nothing that was being written is lost", async ({ page }) => {
  await page.goto("/");
  await expect(run(page)).toBeEnabled();
  const before = page.getByRole("textbox", { name: "Before prompt" });
  await before.fill("My own words.");
  await page.goto("/?template=proofread");
  await expect(run(page)).toBeEnabled();
  await expect(before).not.toHaveValue("My own words.");
  await page.goto("/?from=cmp_0123456789abcdefABCDEF");
  await expect(page.getByRole("alert").filter({ hasText: "This is not there any more." })).toBeVisible();
  await page.goto("/");
  await expect(before).toHaveValue("My own words.");
});

test("[R59] the history, empty and full, wide and narrow: no violations", async ({ page }) => {
  const looks = async () => {
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await expectNoViolationsInAnyLook(page);
    }
  };
  await page.goto("/history");
  await expect(page.getByText("Nothing here yet.")).toBeVisible();
  await looks();
  await runPair(page, "a full list");
  await expect(page.getByText(/Last run:/)).toBeVisible();
  await page.goto("/history");
  await expect(runs(page).getByRole("listitem")).toHaveCount(1);
  await runs(page)
    .getByRole("button", { name: /^Delete (?!all)/ })
    .click();
  await looks();
});
