/** `node scripts/check-architecture.ts`: prints every broken rule of the house and exits with 1 if there is one. */
import { architectureProblems } from "./architecture/architecture.ts";
import { formatProblem } from "./architecture/problem.ts";

const problems = await architectureProblems(process.cwd());
for (const problem of problems) process.stdout.write(`${formatProblem(problem)}\n`);
process.stdout.write(
  problems.length === 0 ? "architecture: every rule holds\n" : `${problems.length} broken\n`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
