import { expect, test } from "vitest";
import { csv } from "../exports/csv.ts";
import { written } from "../exports/written.fixture.ts";
import { lessonSnapshots } from "../lesson-snapshots.fixture.ts";
import { IMPORT_FORMATS, readImport } from "./registry.ts";

function read(text: string, name: string) {
  const outcome = readImport({ name, bytes: new TextEncoder().encode(text) });
  if ("problem" in outcome) throw new Error(outcome.problem);
  return outcome.reading;
}
const json = (value: unknown) => read(JSON.stringify(value), "x.json");

test("[IM1] an older or partial document is restored, and what it cannot keep is named", () => {
  const { comparison, leftOut, recognised } = json({
    version: 0,
    title: "Old",
    theme: "dark",
    variants: [{ prompt: "one", colour: "red", params: { temperature: 1, topK: 5 } }],
    cases: [{ name: "Ann" }],
  });
  expect(comparison).toMatchObject({
    version: 1,
    title: "Old",
    cases: [{ id: "1", values: { name: "Ann" } }],
  });
  expect(comparison.variants[0]).toMatchObject({
    prompt: { kind: "text", text: "one" },
    params: { temperature: 1 },
  });
  expect(recognised).toEqual(["2 prompts", "1 case"]);
  expect(leftOut).toEqual(["3 unknown fields were left out: theme, colour, topK"]);
});

test("[IM1] [IM5] every value of a document that is not kept as it was is named", () => {
  const rule = (n: number) => ({ kind: "lines", op: "exactly", n });
  const { comparison, leftOut } = json({
    version: 2,
    variants: [
      {
        label: "x".repeat(10_001),
        prompt: { kind: "text", text: "one", mood: "blue" },
        model: { provider: "openai", model: "gpt-4.1", tier: "flex" },
        params: { temperature: 2.5, maxTokens: 0, seed: 4 },
      },
      {
        prompt: {
          kind: "parts",
          task: "two",
          constraints: [{ kind: "rhyme", scheme: "ABAB" }, ...Array.from({ length: 44 }, (_, n) => rule(n))],
          examples: Array.from({ length: 25 }, () => ({ input: "a", output: "b" })),
        },
      },
    ],
    cases: [{ id: "1", values: { name: "Ann", flag: true }, weight: 3 }],
    checks: [{ constraint: { ...rule(2), colour: "red" }, hard: "no", why: "because" }],
    settings: { samples: 200, speed: "fast", answer: { kind: "tag" } },
  });
  expect(comparison.settings).toEqual({ samples: 20 });
  expect(leftOut.toSorted()).toEqual(
    [
      "1 rule that does not fit here became words: rhyme",
      "1 text was shortened to fit: label",
      '3 values that do not fit were left out: answer {"kind":"tag"}, temperature 2.5, maxTokens 0',
      "3 values were changed to fit: samples 200 became 20, flag true became nothing, hard no became true",
      "5 further entries of “constraints” were left out",
      "5 further entries of “examples” were left out",
      "6 unknown fields were left out: speed, mood, tier, weight, …",
      "A newer version of the app made it: what this one does not know is left out. Ask whoever runs this one for an update.",
    ].toSorted(),
  );
});

test("[IM1] older forms lose nothing, so nothing is named", () => {
  const { comparison, leftOut } = json({
    variants: [
      { id: "after", prompt: { system: "Be brief", text: "two", constraints: "no commas" }, params: null },
    ],
    cases: [{ name: "Ann", age: 3 }],
    checks: ["Is friendly", { kind: "no-comma" }, { id: "my check", constraint: { kind: "json" } }],
    settings: { samples: "3", off: [] },
  });
  expect(comparison).toMatchObject({
    cases: [{ values: { name: "Ann", age: "3" } }],
    checks: [{ constraint: { kind: "other", text: "Is friendly" } }, {}, { id: "my-check" }],
    settings: { samples: 3 },
  });
  expect(leftOut).toEqual(["1 value that does not fit was left out: constraints no commas"]);
});

test("[R08] [IM2] addresses, headers and keys at any depth of a document go and are named", () => {
  const at = (depth: number): object =>
    depth === 0
      ? { baseUrl: "https://canary.example", "x-api_key": "canary", proxy: "canary" }
      : { inner: at(depth - 1) };
  for (const depth of [0, 1, 5, 10]) {
    const { comparison, leftOut } = json({
      variants: [
        { prompt: "one", model: { provider: "openai", model: "gpt-4.1", baseUrl: "canary" }, ...at(depth) },
        { prompt: "two" },
      ],
      endpoint: "canary",
    });
    expect(JSON.stringify([comparison, leftOut])).not.toContain("canary");
    expect(leftOut[0]).toMatch(/^[45] addresses, headers or keys were left out/);
  }
});

test("[IM10] answers come back as reported, and what the file says about them is not believed", () => {
  const poem = lessonSnapshots().find(({ slug }) => slug === "poem")?.snapshot;
  if (poem?.run == null) throw new Error("the poem has a run");
  const [first] = poem.run.samples;
  const lying = {
    ...poem,
    run: {
      ...poem.run,
      samples: [
        ...poem.run.samples.map((sample) => ({
          ...sample,
          checks: sample.checks.map((check) => ({ ...check, result: "pass", found: "all" })),
        })),
        first,
        { ...first, sample: 99, checks: [{ result: "no such result" }] },
        { ...first, variant: "stranger" },
        { ...first, sample: "x" },
      ],
    },
  };
  const { run, recognised, leftOut } = json(lying);
  expect(run?.source).toBe("reported");
  expect(run?.samples).toEqual([...poem.run.samples, { ...first, sample: 99 }]);
  expect(recognised).toContain(`${poem.run.samples.length + 1} answers`);
  expect(leftOut).toEqual(["3 answers were left out"]);
});

test("[IM11] a table with before and after is a pair; further columns are its cases", () => {
  const { comparison, leftOut, recognised, brings } = read(
    'before,after,topic,\nWrite about {{topic}},"Write four lines\nabout {{topic}}",rain,x\nWrite about {{topic}},"Write four lines\nabout {{topic}}",sun,x\nOther,pair,fog,x\n',
    "pairs.csv",
  );
  expect(brings).toBe("all");
  expect(recognised).toEqual(["2 prompts", "2 cases"]);
  expect(comparison.variants.map(({ prompt }) => prompt)).toEqual([
    { kind: "text", text: "Write about {{topic}}" },
    { kind: "text", text: "Write four lines\nabout {{topic}}" },
  ]);
  expect(comparison.cases.map(({ values }) => values)).toEqual([{ topic: "rain" }, { topic: "sun" }]);
  expect(leftOut).toEqual([
    "1 row with another pair of prompts was left out: a comparison has one",
    "1 column was left out: (without a name)",
  ]);
});

test("[IM11] a pair that stands in the first row only is that of the rows below, as far as they say no other", () => {
  const { comparison, recognised, leftOut } = read(
    "before,after,text\nSum up: {{text}},In one line: {{text}},one\n,,two\n ,In one line: {{text}},three\n,Another,four\n",
    "x.csv",
  );
  expect(comparison.variants.map(({ prompt }) => prompt)).toEqual([
    { kind: "text", text: "Sum up: {{text}}" },
    { kind: "text", text: "In one line: {{text}}" },
  ]);
  expect(comparison.cases.map(({ values }) => values)).toEqual([
    { text: "one" },
    { text: "two" },
    { text: "three" },
  ]);
  expect(recognised).toEqual(["2 prompts", "3 cases"]);
  expect(leftOut).toEqual(["1 row with another pair of prompts was left out: a comparison has one"]);
});

test("[IM11] cases over the limit are counted, UTF-16 and separators of spreadsheets are read", () => {
  const rows = Array.from({ length: 203 }, (_, index) => `t${index};${index}`).join("\r\n");
  const { comparison, leftOut } = read(`topic;__expected\r\n${rows}`, "x.csv");
  expect(comparison.cases).toHaveLength(200);
  expect(leftOut).toEqual([
    "1 column was left out: __expected",
    "3 cases were left out: a comparison has 200 at most",
  ]);
  const wide = new Uint8Array([
    0xff,
    0xfe,
    ...[..."before\tafter\ngrün\tzwei"].flatMap((sign) => [
      sign.charCodeAt(0) & 0xff,
      sign.charCodeAt(0) >> 8,
    ]),
  ]);
  const outcome = readImport({ name: "x.txt", bytes: wide });
  expect("reading" in outcome && outcome.reading.comparison.variants[0]?.prompt).toEqual({
    kind: "text",
    text: "grün",
  });
});

test("[IM11] a table of answers that was made here is no table of cases, also after a spreadsheet has saved it", () => {
  const problem = expect.stringMatching(
    /^This file cannot be read: it holds answers,.* as JSON: that file can be read back in/,
  );
  for (const { snapshot } of lessonSnapshots()) {
    const table = written(csv, snapshot);
    const bytes = (text: string) => new TextEncoder().encode(text);
    expect(readImport({ name: "answers.csv", bytes: bytes(table) })).toEqual({ problem });
    const [header = ""] = table.split("\r\n", 1);
    const resaved = `\uFEFF${header.replaceAll('"', "").replaceAll(",", ";")};\n${"x;".repeat(30)}\n`;
    expect(readImport({ name: "answers.csv", bytes: bytes(resaved) })).toEqual({ problem });
  }
  expect(read("side,model,case,text\nBefore,x,1,y\n", "x.csv").recognised).toEqual(["1 case", "4 variables"]);
});

test("[IM5] [IM11] no cell and no column of a table goes in silence", () => {
  const beyond = read("name,text\nBob,Hello, world\nAnn,Hi,,\n", "x.csv");
  expect(beyond.comparison.cases.map(({ values }) => values)).toEqual([
    { name: "Bob", text: "Hello" },
    { name: "Ann", text: "Hi" },
  ]);
  expect(beyond.leftOut).toEqual(["1 cell beyond the last column was left out: world"]);
  const alike = read("user name,user_name,user.name\na,b,c\n", "x.csv");
  expect(alike.comparison.cases[0]?.values).toEqual({ user_name: "a", user_name_2: "b", user_name_3: "c" });
  expect(alike.leftOut).toEqual([
    "The column “user_name” became the variable user_name_2: user_name is another column.",
    "The column “user.name” became the variable user_name_3: user_name is another column.",
  ]);
});

test("[IM5] a file that is no UTF-8 is read as what older programs save, and it says so", () => {
  const latin = (text: string, name: string) =>
    readImport({ name, bytes: Uint8Array.from(text, (sign) => sign.charCodeAt(0)) });
  const outcome = latin("name\nJ\u00f6rg \u0080\n", "x.csv");
  if ("problem" in outcome) throw new Error(outcome.problem);
  expect(outcome.reading.comparison.cases[0]?.values).toEqual({ name: "J\u00f6rg \u20ac" });
  expect(outcome.reading.leftOut).toEqual([expect.stringContaining("was read as Windows-1252")]);
  expect(read("name\nJ\u00f6rg\n", "x.csv").leftOut).toEqual([]);
  expect(latin("\u0089PNG\r\n\u001a\n\u0000\u0000", "x.csv")).toEqual({
    problem: "This file cannot be read: it is no text.",
  });
});

test("[IM1] what is no document of any kind gets a sentence", () => {
  for (const text of ["{}", "[]", "3", "null", '{"a":1}', "a: 1"]) {
    expect(readImport({ name: "x", bytes: new TextEncoder().encode(text) })).toEqual({
      problem: expect.stringMatching(
        /^This file cannot be read: (nothing in it is a prompt|it is of no kind)/,
      ),
    });
  }
  expect(readImport({ name: "x.json", bytes: new TextEncoder().encode(" \n") })).toEqual({
    problem: "This file cannot be read: there is nothing in it.",
  });
  expect(new Set(IMPORT_FORMATS.map(({ id }) => id)).size).toBe(IMPORT_FORMATS.length);
});

test("[IM1] a picture, a note and a broken file are no tables", () => {
  const problem = (name: string, text: string) => {
    const outcome = readImport({ name, bytes: new TextEncoder().encode(text) });
    return "problem" in outcome ? outcome.problem : "";
  };
  expect(problem("x.png", "\u0089PNG\r\n\u001a\n\u0000\u0000")).toBe(
    "This file cannot be read: it is no text.",
  );
  expect(problem("x.json", "a, b\n1, 2")).toBe("This file cannot be read: it is not valid JSON.");
  expect(problem("note.txt", "Just a note\nin two lines")).toBe(
    "This file cannot be read: it is of no kind that is known here.",
  );
});
