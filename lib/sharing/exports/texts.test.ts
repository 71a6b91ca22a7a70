import fc from "fast-check";
import { expect, test } from "vitest";
import { EXFILTRATION_PAYLOADS, MARKDOWN_PAYLOADS } from "#e2e/markdown-payloads.ts";
import { randomText } from "#lib/checks/random-texts.fixture.ts";
import { restore } from "#lib/comparison/restore.ts";
import { responseSchema } from "#lib/ifeval/instruction.ts";
import { readLines } from "#lib/ifeval/read-lines.ts";
import { readCsv } from "../csv.ts";
import { type FreezableSample, freeze } from "../freeze.ts";
import { lessonSnapshots } from "../lesson-snapshots.fixture.ts";
import { randomSnapshot } from "../random-snapshots.fixture.ts";
import type { Snapshot } from "../snapshot.ts";
import { csv } from "./csv.ts";
import { exportFileName } from "./file-name.ts";
import { html } from "./html.ts";
import { jsonLine, jsonl } from "./jsonl.ts";
import { markdown } from "./markdown.ts";
import { EXPORT_FORMATS } from "./registry.ts";
import { written } from "./written.fixture.ts";

/** Every text of it is the given one. */
function full(text: string, origin?: FreezableSample["origin"]): Snapshot {
  const comparison = restore({
    title: text,
    note: text,
    variants: [
      { label: text, prompt: { kind: "text", system: text, text } },
      { label: text, prompt: { kind: "parts", task: text } },
    ],
    cases: [{ id: "1", values: { [text.replaceAll(/\W/g, "").slice(0, 20) || "x"]: text } }],
    checks: [{ label: text, constraint: { kind: "include", words: [text.slice(0, 100)] } }],
  });
  const samples = comparison.variants.map(({ id }) => ({
    variant: id,
    case: "1",
    sample: 0,
    text,
    ending: "complete" as const,
    usage: { inputTokens: 1, outputTokens: 2, estimated: false },
    timing: { firstTokenMs: 3, totalMs: 4 },
    ...(origin === undefined ? {} : { origin }),
  }));
  return freeze(comparison, { startedAtMs: 0, source: "recorded", samples });
}

/** The tags of a page, its own style taken out. */
function tagsOf(page: string): string[] {
  const body = page.replace(/<style>[\s\S]*?<\/style>/, "");
  return [...body.matchAll(/<[^>]*>/g)].map(([tag]) => tag);
}
/** Everything that the page may consist of: no attribute but these, none with a text of ours in it. */
const TAG =
  /^<(?:!doctype html|\/?(?:html|head|body|main|h1|h2|h3|p|ul|li|strong|span|div|article|table|thead|tbody|tr|th|td|title|meta|style)(?: (?:lang=\x22en\x22|charset=\x22utf-8\x22|class=\x22[a-z0-9-]+\x22|scope=\x22(?:row|col)\x22|name=\x22(?:viewport|referrer|robots)\x22|http-equiv=\x22Content-Security-Policy\x22|content=\x22[a-z0-9=,;:\x27 -]+\x22))*)>$/;

test.each([...MARKDOWN_PAYLOADS, ...EXFILTRATION_PAYLOADS].map((payload) => [payload]))(
  "[R11] [EX3] in the page %j is a text",
  (payload) => {
    const page = written(html, full(payload));
    for (const tag of tagsOf(page)) expect(tag).toMatch(TAG);
    expect(page).not.toMatch(/<(?:script|img|iframe|object|embed|link|base|svg|form|a)\b/i);
  },
);

test("[R12] [EX3] the page fetches nothing and runs nothing: its policy says so, and no address is in its markup", () => {
  fc.assert(
    fc.property(randomSnapshot, (snapshot) => {
      const page = written(html, snapshot);
      for (const tag of tagsOf(page)) expect(tag).toMatch(TAG);
      expect(page).toContain("default-src 'none'");
    }),
    { numRuns: 300 },
  );
});

test("[EX2] an answer of 250,000 runs of backticks is written in Markdown like any other", () => {
  const text = `${"` ".repeat(250_000)}\`\`\`\`\``;
  const snapshot = freeze(restore({ variants: [{ prompt: "x" }, { prompt: "y" }] }), {
    startedAtMs: 0,
    source: "recorded",
    samples: (full("x").run?.samples ?? []).slice(0, 1).map((sample) => ({ ...sample, text })),
  });
  const lines = written(markdown, snapshot).split("\n");
  expect(lines[lines.indexOf(text) - 1]).toBe("``````text");
  expect(lines[lines.indexOf(text) + 1]).toBe("``````");
});

test("[EX2] in Markdown what people and models wrote stands in fences that nothing in it can close", () => {
  fc.assert(
    fc.property(
      fc.oneof(randomText, fc.constantFrom("```", "````\n```", "~~~\n# x", "# x\n<script>")),
      (text) => {
        const lines = written(markdown, full(text)).split("\n");
        let fence: string | null = null;
        for (const line of lines) {
          if (fence === null) {
            fence = /^(\x60{3,})text$/.exec(line)?.[1] ?? null;
            // Outside of a fence every sign of a text is escaped, so no tag and no link can stand there.
            if (fence === null) expect(line).not.toMatch(/(?<!\\)(?:<[a-z/!]|\]\()/i);
          } else if (line === fence) fence = null;
        }
        expect(fence).toBeNull();
      },
    ),
    { numRuns: 1_000 },
  );
});

test("[R19] [EX5] 10,000 records are 10,000 lines, whatever is in them", () => {
  fc.assert(
    fc.property(fc.array(randomText, { minLength: 20, maxLength: 20 }), (texts) => {
      const awkward = texts.map((text) => `${text}\n\u2028\r\u2029\u0085\r\n${text}`);
      const file = awkward.map((text) => jsonLine({ prompt: text, response: text })).join("");
      // As Python and other readers split lines.
      const lines = file.split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/);
      expect(lines.pop()).toBe("");
      expect(lines.map((line) => JSON.parse(line).prompt)).toEqual(awkward);
    }),
    { numRuns: 500 },
  );
});

test("[EX5] the lines are what the IFEval reader of this project reads, prompts filled in", () => {
  for (const { snapshot } of lessonSnapshots()) {
    const lines = written(jsonl, snapshot);
    const read = readLines(lines, responseSchema.loose());
    expect(read.map(({ response }) => response)).toEqual(snapshot.run?.samples.map(({ text }) => text));
    for (const { prompt } of read) expect(prompt).not.toMatch(/\{\{\w+\}\}/);
  }
});

test("[R20] [EX4] the table has a row an answer and comes back from an independent reader", () => {
  for (const { snapshot } of lessonSnapshots()) {
    const read = readCsv(written(csv, snapshot), 10_000);
    if ("problem" in read) throw new Error(read.problem);
    const [header = [], ...rows] = read.rows;
    expect(rows).toHaveLength(snapshot.run?.samples.length ?? 0);
    for (const row of rows) expect(row).toHaveLength(header.length);
    expect(rows.map((row) => row.at(-1))).toEqual(snapshot.run?.samples.map(({ text }) => text));
  }
});

test.each(["bundled", "simulated"] as const)(
  "[EX8] in every format a %s answer is called what it is",
  (origin) => {
    const snapshot = full("An answer.", origin);
    const words = origin === "bundled" ? /bundled answer|"bundled"/i : /simulated repl|"simulated"/i;
    for (const format of EXPORT_FORMATS) {
      if (format.id === "promptfoo") continue;
      if (format.kind === "text") expect(format.write(snapshot).text).toMatch(words);
      else {
        const { shapes } = format.lay(snapshot, (text) => text.length * 9);
        expect(shapes.map((shape) => (shape.kind === "text" ? shape.text : "")).join(" ")).toMatch(words);
      }
    }
  },
);

test("[EX8] promptfoo's file has no answers in it at all", () => {
  const foo = EXPORT_FORMATS.find(({ id }) => id === "promptfoo");
  if (foo === undefined) throw new Error("there is no promptfoo format");
  expect(written(foo, full("The secret answer of a run.", "bundled")).match(/secret answer/g)?.length).toBe(
    written(foo, { ...full("The secret answer of a run.", "bundled"), run: null }).match(/secret answer/g)
      ?.length,
  );
});

test("[EX9] the name of a file is made of the time and the format", () => {
  const at = new Date("2026-11-25T15:42:10Z");
  for (const { extension } of EXPORT_FORMATS) {
    expect(exportFileName(extension, at)).toBe(`afterprompt-2026-11-25-1542.${extension}`);
    expect(exportFileName(extension, at)).toMatch(/^[a-z0-9-]+\.[a-z]+$/);
  }
});

test("[EX1] formats have ids, endings and names of their own", () => {
  for (const field of ["id", "label", "extension"] as const) {
    expect(new Set(EXPORT_FORMATS.map((format) => format[field])).size).toBe(EXPORT_FORMATS.length);
  }
});
