import { resolve } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import config from "../../.dependency-cruiser.mjs";
import type { Problem } from "./problem.ts";

/** Holds the imports of the given files (relative to `root`) against the arrows of .dependency-cruiser.mjs. */
export async function arrowProblems(root: string, files: readonly string[]): Promise<Problem[]> {
  const { options, ...ruleSet } = config;
  const { output } = await cruise(
    [...files],
    { ...options, parser: "swc", baseDir: resolve(root), validate: true, ruleSet: ruleSet as never },
    undefined,
    undefined,
  );
  if (typeof output === "string") throw new Error("dependency-cruiser answered text instead of a result");
  return (output as ICruiseResult).summary.violations.map((violation) => ({
    rule: violation.rule.name,
    file: violation.from,
    message: violation.cycle
      ? `imports itself through ${violation.cycle.map((step) => step.name).join(" → ")}`
      : `must not import ${violation.to}`,
  }));
}
