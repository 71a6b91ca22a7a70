import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";

/** The Node that the app runs on, whichever started the tests. */
const NODE = "node_modules/.bin/node";
const run = promisify(execFile);
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "ifeval-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function file(name: string, lines: readonly unknown[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  return path;
}

const PROMPTS = [
  {
    key: 2000,
    prompt: "Answer in JSON.",
    instruction_id_list: ["detectable_format:json_format", "punctuation:no_comma"],
    kwargs: [{ num_words: null }, {}],
  },
  {
    key: 1000,
    prompt: "Two bullet points.",
    instruction_id_list: ["detectable_format:number_bullet_lists"],
    kwargs: [{ num_bullets: 2 }],
  },
  { key: 3000, prompt: "Unanswered.", instruction_id_list: ["punctuation:no_comma"], kwargs: [{}] },
];
const RESPONSES = [
  { prompt: "Two bullet points.", response: "Intro\n- one\n- two\n---\nEnd" },
  { prompt: "Answer in JSON.", response: 'Sure, here:\n{"a": 1}' },
  { prompt: "Another one.", response: "Nobody asked." },
];

test("prints the four figures and writes a verdict a prompt, in the order of the input", async () => {
  const input = await file("input.jsonl", PROMPTS);
  const responses = await file("responses.jsonl", RESPONSES);
  const verdicts = join(folder, "verdicts.jsonl");
  const args = ["scripts/ifeval.ts", "--input", input, "--responses", responses, "--verdicts", verdicts];
  const { stdout, stderr } = await run(NODE, args);
  expect(stdout).toBe(
    [
      "3 prompts, 4 instructions",
      "          prompt    instruction",
      "strict   33.33 %        25.00 %",
      "loose    66.67 %        75.00 %",
      "",
    ].join("\n"),
  );
  expect(stderr).toBe(
    "Responses to prompts that are not in the input: 1\nPrompts without a response, which count as not followed: 1\n",
  );
  expect(
    (await readFile(verdicts, "utf8"))
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { key: 2000, strict: [false, false], loose: [true, true] },
    { key: 1000, strict: [true], loose: [true] },
    { key: 3000, strict: [false], loose: [false] },
  ]);
  const compatible = await run(NODE, [...args, "--compatible"]);
  expect(compatible.stdout).toContain("strict    0.00 %         0.00 %");
});

test.each([
  ["no arguments", [], /^npm run ifeval -- --input /],
  [
    "a file that is not there",
    ["--input", "nowhere.jsonl", "--responses", "nowhere.jsonl"],
    /^nowhere\.jsonl: ENOENT/,
  ],
  ["an unknown option", ["--colour"], /Unknown option '--colour'/],
])("%s: says so in one line and fails", async (_, args, message) => {
  const failed = await run(NODE, ["scripts/ifeval.ts", ...args]).catch((error: unknown) => error);
  expect(failed).toMatchObject({ code: 1, stderr: expect.stringMatching(message) });
  expect(failed).toMatchObject({ stderr: expect.not.stringContaining("\n    at ") });
});

test("a line that cannot be read is named with its file", async () => {
  const input = await file("input.jsonl", PROMPTS);
  const responses = await file("responses.jsonl", [RESPONSES[0], { prompt: "Answer in JSON." }]);
  const args = ["scripts/ifeval.ts", "--input", input, "--responses", responses];
  const failed = await run(NODE, args).catch((error: unknown) => error);
  expect(failed).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(`${responses}: line 2: response: `),
  });
});

test("a keyword that is a pattern no engine here can read stops the compatible mode alone, and is named", async () => {
  const input = await file("input.jsonl", [
    {
      key: 9,
      prompt: "Go.",
      instruction_id_list: ["keywords:existence"],
      kwargs: [{ keywords: ["a(?=b)"] }],
    },
  ]);
  const responses = await file("responses.jsonl", [{ prompt: "Go.", response: "a(?=b)" }]);
  const args = ["scripts/ifeval.ts", "--input", input, "--responses", responses];
  expect((await run(NODE, args)).stdout).toContain("strict  100.00 %");
  const failed = await run(NODE, [...args, "--compatible"]).catch((error: unknown) => error);
  expect(failed).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("the prompt with the key 9: a(?=b): this pattern looks ahead or back"),
  });
});
