import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { runStages } from "./run-stages.ts";
import { oneFailure, onePass, type Stage, type StageResult } from "./stage.ts";
import { playwrightCounts, vitestCounts } from "./test-reports.ts";

let printed = "";

beforeEach(() => {
  printed = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

const stage = (name: string, result: StageResult): Stage => ({ name, run: async () => result });
const lastLine = (): string | undefined => printed.trimEnd().split("\n").at(-1);

describe("stages", () => {
  it("ends with the plain line that adds up all stages", async () => {
    const tests = { passed: 41, failed: 0, skipped: 0, output: "" };
    expect(await runStages([stage("types", onePass()), stage("unit", tests)], 1_000)).toBe(0);
    expect(lastLine()).toBe("42 passed, 0 failed");
  });

  it("a failure shows its full output, does not stop the others and decides the exit code", async () => {
    const stages = [stage("lint", oneFailure("a.ts: line 1\na.ts: line 2")), stage("types", onePass())];
    expect(await runStages(stages, 1_000)).toBe(1);
    expect(printed).toContain("a.ts: line 1\na.ts: line 2\n");
    expect(lastLine()).toBe("1 passed, 1 failed");
  });

  it("a skipped test is counted and is no success", async () => {
    const skipped = { passed: 2, failed: 0, skipped: 1, output: "" };
    expect(await runStages([stage("unit", skipped)], 1_000)).toBe(1);
    expect(lastLine()).toBe("2 passed, 0 failed, 1 skipped");
  });

  it.each<[string, Stage["run"]]>([
    ["throws", () => Promise.reject(new Error("no such program"))],
    ["runs no test", async () => ({ passed: 0, failed: 0, skipped: 0, output: "" })],
  ])("a stage that %s is a failure", async (_what, run) => {
    expect(await runStages([{ name: "unit", run }], 1_000)).toBe(1);
    expect(lastLine()).toBe("0 passed, 1 failed");
  });

  it("a stage that comes after the deadline is a failure", async () => {
    expect(await runStages([stage("unit", onePass())], 0)).toBe(1);
    expect(lastLine()).toBe("0 passed, 1 failed");
  });
});

describe("reports", () => {
  it("vitest: a file that did not load is a failure, a pending test is skipped", () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 1,
      testResults: [
        { status: "failed", assertionResults: [{}] },
        { status: "failed", assertionResults: [] },
      ],
    };
    expect(vitestCounts(report)).toEqual({ passed: 5, failed: 2, skipped: 2 });
  });

  it("Playwright: a flaky test and an error outside of tests are failures", () => {
    const report = { stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 0 }, errors: [{}] };
    expect(playwrightCounts(report)).toEqual({ passed: 7, failed: 3, skipped: 0 });
  });
});
