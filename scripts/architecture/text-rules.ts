import type { Problem } from "./problem.ts";

interface TextRule {
  rule: string;
  applies: (file: string) => boolean;
  broken: (text: string) => boolean;
  message: string;
}

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file);
const isProduct = (file: string): boolean => /^(app|components|lib|prompts)\//.test(file) && !isTest(file);
const SUPPRESSION = new RegExp(["biome", "eslint"].map((tool) => `${tool}-(ignore|disable)`).join("|"));
const TYPE_SUPPRESSION = new RegExp(`@ts-${"(ignore|expect-error|nocheck)"}`);

/** Rules that a look at one file's text decides. */
const TEXT_RULES: readonly TextRule[] = [
  {
    rule: "server-only-first",
    applies: (file) => /^lib\/.*\.server\.tsx?$/.test(file),
    broken: (text) => !text.startsWith('import "server-only";\n'),
    message: 'a *.server.ts file starts with import "server-only";',
  },
  {
    rule: "server-in-the-name",
    applies: (file) => isProduct(file) && !/\.server\.tsx?$/.test(file) && !file.startsWith("app/"),
    broken: (text) => /^import "server-only"/m.test(text),
    message: "a file that imports server-only is named *.server.ts",
  },
  {
    rule: "no-server-action",
    applies: (file) => !isTest(file),
    broken: (text) => /^\s*["']use server["'];?\s*$/m.test(text),
    message: "writes are route handlers behind one wrapper; server actions have no place here",
  },
  {
    rule: "no-export-star",
    applies: isProduct,
    broken: (text) => /^export \* from /m.test(text),
    message: "no barrels: name what is exported where it is written",
  },
  {
    rule: "no-suppression",
    applies: () => true,
    broken: (text) => SUPPRESSION.test(text) || TYPE_SUPPRESSION.test(text),
    message: "fix the finding instead of silencing it",
  },
  {
    rule: "no-public-key",
    applies: () => true,
    broken: (text) => new RegExp(`NEXT_${"PUBLIC"}_\\w*(KEY|SECRET|TOKEN)`).test(text),
    message: "such a variable would be compiled into the browser's code",
  },
];

/** Holds one file's text against the rules that apply to it. */
export function textProblems(file: string, text: string): Problem[] {
  return TEXT_RULES.filter((rule) => rule.applies(file) && rule.broken(text)).map(({ rule, message }) => ({
    rule,
    file,
    message,
  }));
}
