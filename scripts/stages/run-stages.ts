import { hasPassed, oneFailure, type Stage, type StageResult, totalLine } from "./stage.ts";

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/**
 * Runs the stages one after the other, prints each outcome, the full output of those that failed, and the
 * total as the last line. A stage that throws or comes after the deadline is a failure.
 * Returns the exit code.
 */
export async function runStages(stages: readonly Stage[], deadlineMs: number): Promise<0 | 1> {
  const endsAt = Date.now() + deadlineMs;
  const results: StageResult[] = [];
  for (const stage of stages) {
    const startedAt = Date.now();
    const result = await runStage(stage, endsAt - startedAt);
    results.push(result);
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    print(
      `${hasPassed(result) ? "ok    " : "FAILED"}  ${stage.name}  (${totalLine([result])}, ${seconds} s)`,
    );
    if (!hasPassed(result)) print(result.output.trimEnd());
  }
  print(totalLine(results));
  return results.every(hasPassed) ? 0 : 1;
}

async function runStage(stage: Stage, timeoutMs: number): Promise<StageResult> {
  if (timeoutMs <= 0) return oneFailure("There was no time left to run this stage.");
  try {
    const result = await stage.run(timeoutMs);
    if (result.passed + result.failed + result.skipped > 0) return result;
    return oneFailure(`${result.output}\nNo test ran.`);
  } catch (error) {
    return oneFailure(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}
