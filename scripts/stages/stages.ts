import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildApp, isBuilt } from "../app-build.ts";
import { architectureProblems } from "../architecture/architecture.ts";
import { formatProblem } from "../architecture/problem.ts";
import { prepareBrowser } from "../browser.ts";
import { bundleTable, FIRST_LOAD_LIMIT_BYTES, measureFirstLoad } from "../bundle-size.ts";
import { requirementProblems } from "../requirements/requirements.ts";
import { type CommandResult, runCommand } from "../run-command.ts";
import { journeySpecs, lanesOf } from "./spec-lanes.ts";
import { oneFailure, onePass, type Stage, type StageResult } from "./stage.ts";
import { playwrightCounts, vitestCounts } from "./test-reports.ts";

/** A stage that is one command of the project's own tools: its exit code is its outcome. */
function commandStage(name: string, commands: readonly (readonly [string, ...string[]])[]): Stage {
  return {
    name,
    async run(timeoutMs) {
      for (const [command, ...args] of commands) {
        const result = await runCommand(command, args, { timeoutMs });
        if (result.code !== 0) return oneFailure(outputOf(result));
      }
      return onePass();
    },
  };
}

function outputOf(result: CommandResult): string {
  return result.timedOut ? `${result.output}\nIt took too long and was ended.` : result.output;
}

function problemsStage(name: string, find: () => Promise<readonly string[]>): Stage {
  return {
    name,
    async run() {
      const problems = await find();
      return problems.length === 0 ? onePass() : oneFailure(problems.join("\n"));
    },
  };
}

/** Runs a test runner that writes a JSON report and counts that; an exit code that disagrees is a failure. */
async function reportedRun(
  command: string,
  args: readonly string[],
  env: (reportFile: string) => Record<string, string>,
  count: (report: unknown) => Omit<StageResult, "output">,
  timeoutMs: number,
): Promise<StageResult> {
  const folder = await mkdtemp(join(tmpdir(), "afterprompt-report-"));
  const reportFile = join(folder, "report.json");
  try {
    const withFile = args.map((arg) => arg.replace("REPORT_FILE", reportFile));
    const result = await runCommand(command, withFile, { timeoutMs, env: env(reportFile) });
    const report = await readFile(reportFile, "utf8").catch(() => null);
    if (report === null) return oneFailure(outputOf(result));
    const counts = count(JSON.parse(report));
    const missed = result.code !== 0 && counts.failed === 0 ? 1 : 0;
    return { ...counts, failed: counts.failed + missed, output: outputOf(result) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

const build: Stage = {
  name: "build",
  async run(timeoutMs) {
    if (await isBuilt()) return onePass();
    const result = await buildApp({ timeoutMs });
    return result.code === 0 ? onePass() : oneFailure(outputOf(result));
  },
};

const bundle: Stage = {
  name: "first-load JavaScript",
  async run() {
    if (!(await isBuilt())) return oneFailure("There is no build to measure.");
    const firstLoad = await measureFirstLoad();
    const table = bundleTable(firstLoad);
    return firstLoad.totalBytes <= FIRST_LOAD_LIMIT_BYTES ? onePass(table) : oneFailure(table);
  },
};

/** Lanes at once, each with servers of its own: one a core; more of them only get in each other’s way. */
const LANES = 2;

const timed: Stage = {
  name: "end to end, where times are measured",
  run: (timeoutMs) => inBrowser([["--project=timed", "--project=measured"]], timeoutMs),
};

const journeys: Stage = {
  name: "end to end, journeys",
  async run(timeoutMs) {
    const lanes = lanesOf(await journeySpecs("e2e"), LANES);
    return inBrowser(
      lanes.map((files, index) => ["--project=journeys", `--output=test-results/${index + 1}`, ...files]),
      timeoutMs,
    );
  },
};

/** Runs Playwright once for each list of arguments, all at the same time, and adds up what they found. */
async function inBrowser(runs: readonly string[][], timeoutMs: number): Promise<StageResult> {
  if (!(await isBuilt())) return oneFailure("There is no build to test.");
  const browser = await prepareBrowser();
  if ("problem" in browser) return oneFailure(browser.problem);
  const results = await Promise.all(
    runs.map((args) =>
      reportedRun(
        "playwright",
        ["test", "--reporter=list,json", ...args],
        (file) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: file, FORCE_COLOR: "0" }),
        playwrightCounts,
        timeoutMs,
      ),
    ),
  );
  return results.reduce((sum, result) => ({
    passed: sum.passed + result.passed,
    failed: sum.failed + result.failed,
    skipped: sum.skipped + result.skipped,
    output: `${sum.output}\n${result.output}`,
  }));
}

/** What needs neither a build nor a browser: `npm run check`. */
export const FAST_STAGES: readonly Stage[] = [
  commandStage("format and lint", [["biome", "check", "--error-on-warnings", "."]]),
  commandStage("types", [
    ["next", "typegen"],
    ["tsc", "--noEmit"],
  ]),
  problemsStage("architecture", async () => (await architectureProblems(".")).map(formatProblem)),
  commandStage("dead files, exports and packages", [["knip"]]),
  problemsStage("requirements and their tests", requirementProblems),
  {
    name: "unit and contract",
    run: (timeoutMs) =>
      reportedRun(
        "vitest",
        ["run", "--reporter=default", "--reporter=json", "--outputFile.json=REPORT_FILE"],
        () => ({ FORCE_COLOR: "0", NO_COLOR: "1" }),
        vitestCounts,
        timeoutMs,
      ),
  },
];

/** Everything that must hold: `npm test`. */
export const ALL_STAGES: readonly Stage[] = [...FAST_STAGES, build, bundle, timed, journeys];
