import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { runCommand } from "./run-command.ts";

/** Where systems install Chromium or Chrome. */
const INSTALLED = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const INSTALL_TIMEOUT_MS = 300_000;

/** Path of a Chromium or Chrome: an installed one, else Playwright's own, else null. */
export function findBrowser(): string | null {
  return [...INSTALLED, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}

/** The browser that end-to-end tests use, installed if need be; or a sentence that says what to do. */
export async function prepareBrowser(): Promise<{ path: string } | { problem: string }> {
  const found = findBrowser();
  if (found !== null) return { path: found };
  const isDebian = existsSync("/etc/debian_version") && existsSync("/usr/bin/apt-get");
  if (isDebian && process.getuid?.() === 0) {
    const commands = "apt-get update && apt-get install -y chromium";
    const result = await runCommand("sh", ["-c", commands], {
      timeoutMs: INSTALL_TIMEOUT_MS,
      env: { DEBIAN_FRONTEND: "noninteractive" },
    });
    const installed = findBrowser();
    if (installed !== null) return { path: installed };
    return { problem: `No browser, and installing one failed:\n${result.output}` };
  }
  return {
    problem:
      "No Chromium or Chrome was found. Install one, or let Playwright do it: npx playwright install chromium",
  };
}
