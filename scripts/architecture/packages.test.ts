import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { packageProblems, unexplainedPackages } from "./packages.ts";

const manifest = { dependencies: { next: "16.4.6" }, devDependencies: {}, allowScripts: { node: true } };
const packages = {
  "": {},
  "node_modules/next": { version: "16.4.6", integrity: "sha512-a" },
  "node_modules/react": { version: "19.3.1", integrity: "sha512-b" },
  "node_modules/react-dom": { version: "19.3.1", integrity: "sha512-c" },
};

const rulesOf = (changes: object, manifestChanges: object = {}): string[] =>
  packageProblems({ ...manifest, ...manifestChanges }, { packages: { ...packages, ...changes } }).map(
    ({ rule }) => rule,
  );

describe("packages", () => {
  it("a sound pair of files has no problem", () => {
    expect(rulesOf({})).toEqual([]);
  });

  it.each(["16.4.5", "16.2.4", "15.99.0", "16.4.6-canary.1"])("next %s is below the floor", (version) => {
    expect(rulesOf({ "node_modules/next": { version, integrity: "x" } })).toEqual(["version-floor"]);
  });

  it("a second, older copy deeper down is seen", () => {
    expect(rulesOf({ "node_modules/a/node_modules/react": { version: "19.2.0", integrity: "x" } })).toEqual([
      "version-floor",
    ]);
  });

  it.each(["^16.4.6", "16", "latest", "git+https://example.org/next"])("%s is not one version", (version) => {
    expect(rulesOf({}, { dependencies: { next: version } })).toEqual(["exact-version"]);
  });

  it("an install script that nobody decided about fails", () => {
    const entry = { version: "1.0.0", integrity: "x", hasInstallScript: true };
    expect(rulesOf({ "node_modules/stranger": entry })).toEqual(["install-script"]);
    expect(rulesOf({ "node_modules/node": entry })).toEqual([]);
  });

  it("a package without a hash fails", () => {
    expect(rulesOf({ "node_modules/a": { version: "1.0.0" } })).toEqual(["integrity"]);
  });

  it("a package without a reason in docs/dependencies.md fails", () => {
    expect(unexplainedPackages(manifest, "| `next` | pages |")).toEqual([]);
    const [problem] = unexplainedPackages(manifest, "next to `next-themes`");
    expect(problem?.rule).toBe("explained-package");
  });

  it("more than 60 runtime packages fail", () => {
    const dependencies = Object.fromEntries(Array.from({ length: 61 }, (_, index) => [`p${index}`, "1.0.0"]));
    expect(rulesOf({}, { dependencies })).toEqual(["few-packages"]);
  });

  it("the project's own files are sound", async () => {
    const [own, lock] = await Promise.all(
      ["package.json", "package-lock.json"].map(
        async (name): Promise<unknown> => JSON.parse(await readFile(name, "utf8")),
      ),
    );
    expect(packageProblems(own, lock)).toEqual([]);
  });
});
