import { readdir, readFile } from "node:fs/promises";
import { z } from "zod";
import { sourceFiles } from "../architecture/source-files.ts";
import { type Requirement, requirementList } from "./list.ts";
import { type TaggedTitle, taggedTitles } from "./titles.ts";

const PROMISES_FILE = "docs/requirements.json";
const SPEC_FOLDER = "docs/spec";
export const LIST_FILE = "docs/requirements.md";

/** What is wrong with the requirements: untested, unknown, or a list that is not current. Empty = nothing. */
export async function requirementProblems(): Promise<string[]> {
  const { requirements, titles } = await readRequirements();
  const written = await readFile(LIST_FILE, "utf8").catch(() => "");
  const isCurrent = written === requirementList(requirements, titles);
  return [
    ...coverageProblems(requirements, titles),
    ...(isCurrent ? [] : [`${LIST_FILE} is not current; write it with: npm run requirements`]),
  ];
}

/** Promised numbers without a test, and tests that quote a number that nobody promised. */
export function coverageProblems(
  requirements: readonly Requirement[],
  titles: readonly TaggedTitle[],
): string[] {
  const promised = new Set(requirements.map(({ number }) => number));
  const quoted = new Set(titles.flatMap(({ numbers }) => numbers));
  return [
    ...requirements
      .filter(({ number }) => !quoted.has(number))
      .map(({ number, promise }) => `${number} has no test: ${promise}`),
    ...titles.flatMap(({ file, title, numbers }) =>
      numbers
        .filter((number) => !promised.has(number))
        .map((number) => `${file}: "${title}" quotes ${number}, which is not promised anywhere`),
    ),
  ];
}

/** The promises (docs/requirements.json and the numbered rules of docs/spec) and the titles of all tests. */
export async function readRequirements(): Promise<{ requirements: Requirement[]; titles: TaggedTitle[] }> {
  const promises = z.record(z.string(), z.string()).parse(JSON.parse(await readFile(PROMISES_FILE, "utf8")));
  const specs = (await readdir(SPEC_FOLDER)).filter((name) => name.endsWith(".md")).sort();
  const rules = await Promise.all(
    specs.map(async (name) =>
      specRules(`${SPEC_FOLDER}/${name}`, await readFile(`${SPEC_FOLDER}/${name}`, "utf8")),
    ),
  );
  const tests = (await sourceFiles(".")).filter((file) => /\.(test|contract|spec)\.tsx?$/.test(file));
  const titles = await Promise.all(
    tests.map(async (file) => taggedTitles(file, await readFile(file, "utf8"))),
  );
  return {
    requirements: [
      ...Object.entries(promises).map(([number, promise]) => ({ number, promise, source: PROMISES_FILE })),
      ...rules.flat(),
    ],
    titles: titles.flat(),
  };
}

/** The numbered rules of a spec: list items that begin with `**PC7**`. */
export function specRules(source: string, text: string): Requirement[] {
  const items = text.matchAll(/^- \*\*([A-Z]{2}\d+)\*\*\s+([\s\S]*?)(?=\n- |\n\n|\n#|$(?![\s\S]))/gm);
  return [...items].map((item) => ({
    number: item[1] ?? "",
    promise: (item[2] ?? "").replace(/\s+/g, " ").trim(),
    source,
  }));
}
