import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { arrowProblems } from "./arrows.ts";
import { packageProblems, unexplainedPackages } from "./packages.ts";
import { placeProblems } from "./places.ts";
import type { Problem } from "./problem.ts";
import { sourceFiles } from "./source-files.ts";
import { textProblems } from "./text-rules.ts";

/** Everything that a machine can hold of the house, over the project in `root`. Empty = it stands. */
export async function architectureProblems(root: string): Promise<Problem[]> {
  const files = await sourceFiles(root);
  const texts = await Promise.all(
    files.map(async (file) => textProblems(file, await readFile(join(root, file), "utf8"))),
  );
  const manifest: unknown = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const lockfile: unknown = JSON.parse(await readFile(join(root, "package-lock.json"), "utf8"));
  return [
    ...placeProblems(files),
    ...texts.flat(),
    ...(await arrowProblems(root, files)),
    ...packageProblems(manifest, lockfile),
    ...unexplainedPackages(manifest, await readFile(join(root, "docs/dependencies.md"), "utf8")),
  ];
}
