import type { Problem } from "./problem.ts";

/** Where a source file may live. To open a new folder, add its row here and its arrows in .dependency-cruiser.mjs. */
const PLACES: readonly RegExp[] = [
  /^app\/(.+\/)?(page|layout|error|global-error|not-found|loading|template|default|manifest|robots|icon)(\.test)?\.tsx?$/,
  /^app\/(.+\/)?route(\.test)?\.ts$/,
  /^app\/[^/]+\.test\.ts$/,
  /^(proxy|instrumentation|instrumentation-client)(\.test)?\.ts$/,
  /^components\/(ui|prompt-editor|coach|playground|contract|verdict|judging|improve|comparison|sharing|history|lesson|keys|markdown|shell)\/[^/]+\.tsx?$/,
  /^lib\/(base|checks|comparison|http|ifeval|improving|judging|library|runs|statistics)\/[^/]+\.ts$/,
  /^lib\/sharing\/((exports|imports|code)\/)?[^/]+\.ts$/,
  /^lib\/db\/(migrations\/)?[^/]+\.ts$/,
  /^lib\/prompt\/((recognise|coach|coach\/rules)\/)?[^/]+\.ts$/,
  /^lib\/constraints\/((kinds|language)\/)?[^/]+\.ts$/,
  /^lib\/providers\/(demo\/)?(fixtures\/)?[^/]+\.ts$/,
  /^lib\/(env|log|services)\.server(\.test)?\.ts$/,
  /^prompts\/([^/]+\/)*[^/]+\.ts$/,
  /^e2e\/(fake-provider\/)?[^/]+\.ts$/,
  /^bench\/([^/]+\/)*[^/]+\.tsx?$/,
  /^scripts\/((architecture|requirements|stages)\/)?[^/]+\.ts$/,
  /^(next|vitest|playwright)\.config\.ts$/,
  /^postcss\.config\.mjs$/,
  /^\.dependency-cruiser\.mjs$/,
];

/** Names that say nothing about what is inside. */
const EMPTY_NAMES = /(^|[/.-])(utils?|helpers?|misc|common|shared)([/.-]|$)/;
const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A file has a known place, a kebab-case name that says something, and is no barrel. */
export function placeProblems(files: readonly string[]): Problem[] {
  return files.flatMap((file) => {
    const problems: Problem[] = [];
    if (!PLACES.some((place) => place.test(file))) {
      problems.push({ rule: "known-place", file, message: "no place of the house has files like this" });
    }
    if (EMPTY_NAMES.test(file)) {
      problems.push({
        rule: "telling-name",
        file,
        message: "name it by what it does, not utils, helpers or misc",
      });
    }
    const name = file.split("/").at(-1) ?? file;
    if (/^index\./.test(name)) {
      problems.push({
        rule: "no-barrel",
        file,
        message: "import the file that has the thing; no index files",
      });
    }
    const words = name.replace(/^\./, "").split(".").slice(0, -1);
    if (!words.every((word) => KEBAB_CASE.test(word))) {
      problems.push({
        rule: "kebab-case",
        file,
        message: "file names are lower case words joined by hyphens",
      });
    }
    return problems;
  });
}
