import { type OutlineAnswer, outlineOf } from "./outline.ts";
import type { ExportFormat } from "./types.ts";

/** A document to read or to paste. What people and models wrote stands in fences, so that none of it is markup. */
export const markdown: ExportFormat = {
  kind: "text",
  id: "markdown",
  label: "Markdown",
  about: "To read, or to paste into a document.",
  extension: "md",
  mediaType: "text/markdown",
  write(snapshot) {
    const outline = outlineOf(snapshot);
    const blocks = [
      `# ${inline(outline.title)}`,
      ...outline.origins.map((sentence) => `> **Note:** ${sentence}`),
      ...(outline.note === "" ? [] : [fenced(outline.note)]),
      ...(outline.verdict === "" ? [] : ["## Verdict", inline(outline.verdict)]),
      "## Prompts",
      ...outline.prompts.flatMap(({ label, model, settings, messages }) => [
        `### ${inline(label)}`,
        inline([model, settings].filter((part) => part !== "").join(" · ")),
        ...messages.flatMap(({ role, content }) => [`_${role}_`, fenced(content)]),
      ]),
      ...outline.cases.flatMap(({ name, values }) => [
        `### Case ${inline(name)}`,
        ...values.flatMap(({ name: variable, value }) => [`_${inline(variable)}_`, fenced(value)]),
      ]),
      ...contractBlocks(outline),
      ...(outline.answers.length === 0 ? [] : ["## Answers"]),
      ...outline.answers.flatMap(({ title, sides }) => [
        `### ${inline(title)}`,
        ...sides.flatMap((side) => (side === null ? [] : answerBlocks(side))),
      ]),
      `---\n\nWritten by Afterprompt${outline.startedAt === "" ? "" : `; run of ${outline.startedAt}`}.`,
    ];
    return { text: `${blocks.join("\n\n")}\n`, leftOut: [] };
  },
};

function contractBlocks({ contract, prompts }: ReturnType<typeof outlineOf>): string[] {
  if (contract.length === 0) return [];
  const row = (cells: readonly string[]) => `| ${cells.map(inline).join(" | ")} |`;
  const header = ["Promise", ...prompts.map(({ label }) => label)];
  const lines = [row(header), `|${header.map(() => " --- |").join("")}`];
  return [
    "## Contract",
    [...lines, ...contract.map(({ promise, tallies }) => row([promise, ...tallies]))].join("\n"),
  ];
}

function answerBlocks({ label, facts, text, checks }: OutlineAnswer): string[] {
  const list = checks.map(
    ({ mark, promise, found }) => `- ${mark}: ${inline(promise)}${found === "" ? "" : ` — ${inline(found)}`}`,
  );
  return [
    `**${inline(label)}** (${inline(facts)})`,
    fenced(text),
    ...(list.length === 0 ? [] : [list.join("\n")]),
  ];
}

/** A text as it is: the fence is longer than any in it. */
function fenced(text: string): string {
  // One by one: a long answer has more runs of backticks than a call can have arguments.
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const fence = "`".repeat(Math.max(3, longest + 1));
  return `${fence}text\n${text}\n${fence}`;
}

/** What begins something anywhere in a line, or at its start, or is made a link by itself. */
const MEANS_SOMETHING = /[\\`*_{}[\]<>#|~&@]|^[-+=>]|^\d+(?=[.)])|:(?=\/\/)|(?<=www)\./gi;

/** One line of words in which no sign means anything. */
function inline(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .trim()
    .replaceAll(MEANS_SOMETHING, (sign) => (/^\d/.test(sign) ? `${sign}\\` : `\\${sign}`));
}
