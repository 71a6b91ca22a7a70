import { z } from "zod";
import type { Problem } from "./problem.ts";

const manifestSchema = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  allowScripts: z.record(z.string(), z.boolean()),
});
const lockfileSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      hasInstallScript: z.boolean().optional(),
      integrity: z.string().optional(),
      /** It lies inside the tarball of the package it stands under, whose hash covers it. */
      inBundle: z.boolean().optional(),
    }),
  ),
});

/** Lowest version that has the security fixes we rely on. */
const FLOORS: Readonly<Record<string, string>> = { next: "16.4.6", react: "19.3.1", "react-dom": "19.3.1" };
const EXACT_VERSION = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
/** Packages that the running app depends on directly; each is one more stranger. */
const MAX_RUNTIME_PACKAGES = 60;

/** Holds package.json and package-lock.json (parsed JSON) against the rules for packages. */
export function packageProblems(manifestJson: unknown, lockfileJson: unknown): Problem[] {
  const manifest = manifestSchema.parse(manifestJson);
  const { packages } = lockfileSchema.parse(lockfileJson);
  const problems: Problem[] = [];
  const lockfile = (rule: string, message: string) =>
    problems.push({ rule, file: "package-lock.json", message });

  for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
    if (!EXACT_VERSION.test(version)) {
      problems.push({
        rule: "exact-version",
        file: "package.json",
        message: `${name} is "${version}", not one version`,
      });
    }
  }
  if (Object.keys(manifest.dependencies).length > MAX_RUNTIME_PACKAGES) {
    problems.push({
      rule: "few-packages",
      file: "package.json",
      message: `more than ${MAX_RUNTIME_PACKAGES} dependencies`,
    });
  }
  for (const [name, floor] of Object.entries(FLOORS)) {
    const installed = Object.entries(packages).filter(([path]) => path.endsWith(`node_modules/${name}`));
    if (installed.length === 0) lockfile("version-floor", `${name} is not in the lockfile`);
    for (const [path, { version }] of installed) {
      if (version === undefined || isLower(version, floor)) {
        lockfile("version-floor", `${path} is ${version ?? "unknown"}, at least ${floor} is needed`);
      }
    }
  }
  for (const [path, entry] of Object.entries(packages)) {
    if (path === "") continue;
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    if (entry.hasInstallScript && !(name in manifest.allowScripts)) {
      lockfile(
        "install-script",
        `${name} wants to run a script when it is installed; decide in allowScripts of package.json`,
      );
    }
    if (entry.integrity === undefined && !entry.inBundle)
      lockfile("integrity", `${path} has no integrity hash`);
  }
  return problems;
}

/** Packages of package.json that docs/dependencies.md does not give a reason for. */
export function unexplainedPackages(manifestJson: unknown, explanations: string): Problem[] {
  const { dependencies, devDependencies } = manifestSchema.parse(manifestJson);
  return Object.keys({ ...dependencies, ...devDependencies })
    .filter((name) => !explanations.includes(`\`${name}\``))
    .map((name) => ({
      rule: "explained-package",
      file: "docs/dependencies.md",
      message: `${name} has no line that says what it is for`,
    }));
}

/** Compares x.y.z by numbers; a pre-release of the floor is lower than the floor. */
function isLower(version: string, floor: string): boolean {
  const [core = "", preRelease] = version.split("-");
  const wanted = floor.split(".").map(Number);
  const given = core.split(".").map(Number);
  for (const [index, part] of wanted.entries()) {
    const difference = (given[index] ?? 0) - part;
    if (difference !== 0) return difference < 0;
  }
  return preRelease !== undefined;
}
