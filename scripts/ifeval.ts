/** `npm run ifeval -- --input input_data.jsonl --responses responses.jsonl [--compatible] [--verdicts out.jsonl]`; see docs/ifeval.md. */
import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { checkedPromptSchema } from "../lib/ifeval/checked-prompt.ts";
import { figuresOf, judgeResponse, type Verdict } from "../lib/ifeval/evaluate.ts";
import { responseSchema } from "../lib/ifeval/instruction.ts";
import { readLines } from "../lib/ifeval/read-lines.ts";

const USAGE =
  "npm run ifeval -- --input input_data.jsonl --responses responses.jsonl [--compatible] [--verdicts out.jsonl]\n";

function options(): {
  input: string;
  responses: string;
  compatible: boolean;
  verdicts: string | undefined;
} | null {
  const { values } = parseArgs({
    options: {
      input: { type: "string" },
      responses: { type: "string" },
      compatible: { type: "boolean", default: false },
      verdicts: { type: "string" },
    },
  });
  const { input, responses, compatible, verdicts } = values;
  return input === undefined || responses === undefined ? null : { input, responses, compatible, verdicts };
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function linesOf<Schema extends Parameters<typeof readLines>[1]>(file: string, schema: Schema) {
  try {
    return readLines(await readFile(file, "utf8"), schema);
  } catch (error) {
    throw new Error(`${file}: ${reason(error)}`);
  }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2).padStart(6)} %`;
}

function table(verdicts: readonly Verdict[]): string {
  const figures = figuresOf(verdicts);
  const instructions = verdicts.reduce((sum, { strict }) => sum + strict.length, 0);
  return [
    `${verdicts.length} prompts, ${instructions} instructions`,
    "          prompt    instruction",
    `strict  ${percent(figures.strictPrompt)}       ${percent(figures.strictInstruction)}`,
    `loose   ${percent(figures.loosePrompt)}       ${percent(figures.looseInstruction)}`,
    "",
  ].join("\n");
}

async function ifeval(): Promise<number> {
  const asked = options();
  if (asked === null) {
    process.stderr.write(USAGE);
    return 1;
  }
  const prompts = await linesOf(asked.input, checkedPromptSchema);
  const responses = new Map(
    (await linesOf(asked.responses, responseSchema)).map(({ prompt, response }) => [prompt, response]),
  );
  const known = new Set(prompts.map(({ prompt }) => prompt));
  const strangers = [...responses.keys()].filter((prompt) => !known.has(prompt)).length;
  if (strangers > 0) process.stderr.write(`Responses to prompts that are not in the input: ${strangers}\n`);
  const missing = prompts.filter(({ prompt }) => !responses.has(prompt)).length;
  if (missing > 0)
    process.stderr.write(`Prompts without a response, which count as not followed: ${missing}\n`);
  const verdicts = prompts.map((prompt) => {
    try {
      return judgeResponse(prompt, responses.get(prompt.prompt) ?? "", asked.compatible);
    } catch (error) {
      throw new Error(`${asked.input}: the prompt with the key ${prompt.key}: ${reason(error)}`);
    }
  });
  if (asked.verdicts !== undefined)
    await writeFile(asked.verdicts, verdicts.map((verdict) => `${JSON.stringify(verdict)}\n`).join(""));
  process.stdout.write(table(verdicts));
  return 0;
}

try {
  process.exitCode = await ifeval();
} catch (error) {
  process.stderr.write(`${reason(error)}\n`);
  process.exitCode = 1;
}
