import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";

type Side = "Before" | "After";

export const run = (page: Page) => page.getByRole("button", { name: "Run", exact: true });
export const stop = (page: Page) => page.getByRole("button", { name: "Stop", exact: true });
export const side = (page: Page, name: Side) => page.getByRole("group", { name, exact: true });
export const output = (page: Page, name: string) =>
  page.getByRole("region", { name: `${name} output`, exact: true });
export const answer = (page: Page, name: Side) => output(page, name).getByRole("tabpanel");
export const contract = (page: Page) => page.getByRole("region", { name: "Contract", exact: true });
export const verdict = (page: Page) => page.getByRole("region", { name: "Verdict", exact: true });
export const votes = (page: Page) => page.getByRole("region", { name: "Blind vote", exact: true });

/** Opens a page that holds the playground and waits until it answers. */
export async function open(page: Page, path = "/"): Promise<void> {
  await page.goto(path);
  await expect(run(page)).toBeEnabled();
}

/** Picks a model in the box that the label names. */
export async function pickModel(
  page: Page,
  model: string,
  label = "Model",
  provider = "OpenAI",
): Promise<void> {
  const picker = page.getByRole("combobox", { name: label, exact: true });
  await picker.click();
  await picker.fill(model);
  await page
    .getByRole("group", { name: new RegExp(`^${provider}`) })
    .getByRole("option", { name: model })
    .first()
    .click();
  await expect(page.getByRole("listbox")).toHaveCount(0);
}

/** The playground on the fake provider: one model on both sides, so many samples. */
export async function openWith(page: Page, model: string, samples = "1"): Promise<void> {
  await open(page);
  await pickModel(page, model);
  await page.getByRole("combobox", { name: "Samples" }).selectOption(samples);
}

/** Waits for words of a slow answer of the fake provider; other words stand in their place before they come. */
export async function expectWriting(page: Page, name: Side): Promise<void> {
  await expect(answer(page, name)).toContainText(/light|more/);
}

/** Presses Run and waits until the page has drawn the end of it. */
export async function runToEnd(page: Page): Promise<void> {
  const started = page.waitForResponse((response) => response.url().endsWith("/api/runs"));
  await run(page).click();
  await started;
  await expect(run(page)).toBeVisible({ timeout: 30_000 });
}

/** The playground after a run of the bundled poem, which needs no key. */
export async function openAndRun(page: Page): Promise<void> {
  await open(page);
  await runToEnd(page);
}

/** A phone shows one part at a time. */
export async function showContract(page: Page): Promise<void> {
  if (isPhone(page)) await page.getByRole("radio", { name: /^Contract/ }).check();
}

export function isPhone(page: Page): boolean {
  return (page.viewportSize()?.width ?? 0) < 768;
}
