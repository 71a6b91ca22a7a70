import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { runCommand } from "./run-command.ts";

const HEADLESS_SHELL = "/usr/bin/chromium-headless-shell";
/** Where systems install Chromium or Chrome. */
const INSTALLED = [
  HEADLESS_SHELL,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const INSTALL_TIMEOUT_MS = 180_000;
const APT_OPTIONS = "-o Acquire::Retries=1 -o Acquire::http::Timeout=20";

/** Path of a Chromium or Chrome: an installed one, else Playwright's own, else null. */
export function findBrowser(): string | null {
  return [...INSTALLED, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}

/**
 * The browser that end-to-end tests use, installed if need be; or a sentence that says what to do. Where nobody watches
 * (CI on Debian), the headless shell is preferred: it keeps no windows and tabs alive behind each page.
 */
export async function prepareBrowser(): Promise<{ path: string } | { problem: string }> {
  const found = findBrowser();
  const isDebian = existsSync("/etc/debian_version") && existsSync("/usr/bin/apt-get");
  const mayInstall = isDebian && process.getuid?.() === 0;
  const wantsShell = process.env.CI !== undefined && !existsSync(HEADLESS_SHELL);
  if (found !== null && !(mayInstall && wantsShell)) return { path: found };
  if (!mayInstall) {
    return {
      problem:
        "No Chromium or Chrome was found. Install one, or let Playwright do it: npx playwright install chromium",
    };
  }
  const failures: string[] = [];
  for (const name of ["chromium-headless-shell", ...(found === null ? ["chromium"] : [])]) {
    const commands = `apt-get update ${APT_OPTIONS} && apt-get install -y ${APT_OPTIONS} ${name}`;
    const result = await runCommand("sh", ["-c", commands], {
      timeoutMs: INSTALL_TIMEOUT_MS,
      env: { DEBIAN_FRONTEND: "noninteractive" },
    });
    if (result.code === 0) break;
    failures.push(result.output);
  }
  const installed = findBrowser();
  if (installed !== null) return { path: installed };
  return { problem: `No browser, and installing one failed:\n${failures.join("\n")}` };
}
