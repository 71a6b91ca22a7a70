/** `npm run bench <name>`: prints one of the tables of bench/README.md, measured on this machine. */
import { existsSync } from "node:fs";
import { buildApp, isBuilt } from "./app-build.ts";
import { bundleTable, measureFirstLoad } from "./bundle-size.ts";
import { endWithNpm } from "./end-with-npm.ts";
import { runCommand } from "./run-command.ts";

/** Benches of their own are files in bench/. */
function benchFile(name: string): string | null {
  const file = `bench/${name}.ts`;
  return /^[a-z][a-z-]*$/.test(name) && existsSync(file) ? file : null;
}

/** Those that measure the built app; the others are plain computation. */
const NEEDS_BUILD: ReadonlySet<string> = new Set(["relay", "links"]);

async function bench(name: string | undefined, args: readonly string[]): Promise<number> {
  const file = name === undefined || name === "bundle" ? null : benchFile(name);
  if (name !== "bundle" && file === null) {
    process.stderr.write("Say which: npm run bench relay, checks, bundle, verdict or links\n");
    return 1;
  }
  if (file !== null && !NEEDS_BUILD.has(name ?? "")) {
    return (await runCommand(process.execPath, [...process.execArgv, file, ...args], { show: true })).code;
  }
  if (!(await isBuilt())) {
    const { code } = await buildApp({ show: true });
    if (code !== 0) return code;
  }
  if (file === null) {
    process.stdout.write(`${bundleTable(await measureFirstLoad())}\n`);
    return 0;
  }
  return (await runCommand(process.execPath, [...process.execArgv, file, ...args], { show: true })).code;
}

endWithNpm();
const [name, ...args] = process.argv.slice(2);
process.exitCode = await bench(name, args);
