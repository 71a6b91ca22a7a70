/** `npm run requirements`: writes docs/requirements.md and prints what is missing. With --check it only looks. */
import { writeFile } from "node:fs/promises";
import { requirementList } from "./requirements/list.ts";
import { LIST_FILE, readRequirements, requirementProblems } from "./requirements/requirements.ts";

if (!process.argv.includes("--check")) {
  const { requirements, titles } = await readRequirements();
  await writeFile(LIST_FILE, requirementList(requirements, titles));
}
const problems = await requirementProblems();
for (const problem of problems) process.stdout.write(`${problem}\n`);
process.exitCode = problems.length === 0 ? 0 : 1;
