/** `npm run e2e [playwright arguments]`: builds if needed, finds a browser, runs the end-to-end tests. */
import { buildApp, isBuilt } from "./app-build.ts";
import { prepareBrowser } from "./browser.ts";
import { endWithNpm } from "./end-with-npm.ts";
import { runCommand } from "./run-command.ts";

async function endToEnd(): Promise<number> {
  const browser = await prepareBrowser();
  if ("problem" in browser) {
    process.stderr.write(`${browser.problem}\n`);
    return 1;
  }
  if (!(await isBuilt())) {
    const { code } = await buildApp({ show: true });
    if (code !== 0) return code;
  }
  const { code } = await runCommand("playwright", ["test", ...process.argv.slice(2)], { show: true });
  return code;
}

endWithNpm();
process.exitCode = await endToEnd();
