/** What a stage of `npm test` found. A stage without tests of its own counts as one test. */
export interface StageResult {
  passed: number;
  failed: number;
  skipped: number;
  /** Shown in full when the stage failed. */
  output: string;
}

export interface Stage {
  name: string;
  /** Runs within the given time, ms. A stage that cannot run answers a failure, never a skip. */
  run(timeoutMs: number): Promise<StageResult>;
}

/** A skipped test shows nothing, so a stage with one has not passed. */
export function hasPassed(result: StageResult): boolean {
  return result.failed === 0 && result.skipped === 0 && result.passed > 0;
}

export function oneFailure(output: string): StageResult {
  return { passed: 0, failed: 1, skipped: 0, output };
}

export function onePass(output = ""): StageResult {
  return { passed: 1, failed: 0, skipped: 0, output };
}

/** The plain last line of `npm test`. */
export function totalLine(results: readonly StageResult[]): string {
  const sum = (key: "passed" | "failed" | "skipped"): number =>
    results.reduce((total, result) => total + result[key], 0);
  const skipped = sum("skipped");
  return `${sum("passed")} passed, ${sum("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
