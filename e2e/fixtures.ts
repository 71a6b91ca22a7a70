import { test as base, expect } from "@playwright/test";
import { type E2eEnvironment, e2eEnvironment } from "./environment.ts";

interface Fixtures {
  servers: E2eEnvironment;
  /** Names an error that this test provokes on purpose. Any other error in the console fails the test. */
  allowConsoleError: (pattern: RegExp) => void;
}

/** Playwright's `test` with the app's address as base, and with a console that must stay clean. */
export const test = base.extend<Fixtures>({
  servers: [
    // Playwright reads a fixture's needs from this pattern, so it has to be one.
    async ({ browserName: _ }, use) => use(e2eEnvironment()),
    { scope: "test" },
  ],
  baseURL: async ({ servers }, use) => use(servers.appUrl),
  allowConsoleError: [
    async ({ context }, use) => {
      const allowed: RegExp[] = [];
      const errors: string[] = [];
      context.on("console", (message) => {
        if (message.type() === "error") errors.push(`${message.text()} (${message.location().url})`);
      });
      context.on("weberror", (error) => errors.push(String(error.error().stack ?? error.error())));
      await use((pattern) => allowed.push(pattern));
      const surprising = errors.filter((text) => !allowed.some((pattern) => pattern.test(text)));
      expect(surprising, "errors in the browser's console").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
