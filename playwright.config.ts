import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/browser.ts";

/** Quiet: nothing that a fresh profile would fetch, and software rendering, so that machines agree. */
const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const executablePath = findBrowser();

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  globalSetup: "./e2e/global-setup.ts",
  outputDir: "test-results",
  // One at a time: the tests measure times, and they share one app and one fake provider.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  // A bound for what hangs, not a measure: machines differ.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    browserName: "chromium",
    locale: "en-US",
    timezoneId: "UTC",
    viewport: { width: 1440, height: 900 },
    trace: "retain-on-failure",
    launchOptions: { args: CHROMIUM_FLAGS, ...(executablePath && { executablePath }) },
  },
});
