import type { TaggedTitle } from "./titles.ts";

/** One promised number: `R29` of docs/requirements.json or `PC7` of a spec. */
export interface Requirement {
  number: string;
  promise: string;
  /** The file that promises it. */
  source: string;
}

const INTRODUCTION = `# What is promised, and which tests show it

Written by \`npm run requirements\` from docs/requirements.json, the numbered rules in docs/spec and the titles of
the tests. \`npm test\` fails when a promise has no test or when this page is not current.
`;

/** The page: a section a source, an entry a promise, a line a test. */
export function requirementList(
  requirements: readonly Requirement[],
  titles: readonly TaggedTitle[],
): string {
  const sections = Map.groupBy(requirements, ({ source }) => source);
  const body = [...sections].map(([source, entries]) => {
    const list = entries.map((entry) => requirementEntry(entry, titles)).join("\n\n");
    return `## ${source}\n\n${list}\n`;
  });
  return [INTRODUCTION, ...body].join("\n");
}

function requirementEntry({ number, promise }: Requirement, titles: readonly TaggedTitle[]): string {
  const tests = titles
    .filter(({ numbers }) => numbers.includes(number))
    .map(({ file, title }) => `- ${file}: ${title.replace(/\s+/g, " ")}`)
    .sort();
  return [`**${number}** ${promise}\n`, ...(tests.length === 0 ? ["- no test"] : tests)].join("\n");
}
