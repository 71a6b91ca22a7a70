import { defineConfig } from "@playwright/test";
import { findBrowser } from "./scripts/browser.ts";
import { TIMED_SPECS } from "./scripts/stages/spec-lanes.ts";

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

/** The one of the page's own journeys that measures how long its thread is held. */
const MEASURED = /\[R33\]/;

// To look into a failure: npm run e2e -- e2e/share.spec.ts --trace on
export default defineConfig({
  testDir: "e2e",
  projects: [
    { name: "timed", testMatch: TIMED_SPECS },
    { name: "measured", testMatch: "*.spec.ts", testIgnore: TIMED_SPECS, grep: MEASURED },
    { name: "journeys", testMatch: "*.spec.ts", testIgnore: TIMED_SPECS, grepInvert: MEASURED },
  ],
  globalSetup: "./e2e/global-setup.ts",
  outputDir: "test-results",
  // One at a time: the tests of a run share one app and one fake provider.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  // A bound for what hangs, not a measure: machines differ.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  use: {
    browserName: "chromium",
    locale: "en-US",
    timezoneId: "UTC",
    viewport: { width: 1440, height: 900 },
    launchOptions: { args: CHROMIUM_FLAGS, ...(executablePath && { executablePath }) },
  },
});
