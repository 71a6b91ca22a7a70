import fc from "fast-check";
import { expect, test } from "vitest";
import { phraseOf } from "#lib/constraints/registry.ts";
import { type CompiledPrompt, compile, isEmptyPrompt } from "./compile.ts";
import { EMPTY_PARTS, type PartsPrompt, type Prompt } from "./schema.ts";

const parts = (some: Partial<PartsPrompt>): PartsPrompt => ({ ...EMPTY_PARTS, ...some });
const sent = (some: Partial<PartsPrompt>) => compile(parts(some)).messages.map((message) => message.content);
const shown = (compiled: CompiledPrompt) =>
  compiled.spans.map(({ part, index, message, start, end }) => ({
    part: index === undefined ? part : `${part} ${index}`,
    text: compiled.messages[message]?.content.slice(start, end),
  }));

const FULL = parts({
  role: "an expert nature poet",
  task: "Write a poem about the sunrise.",
  audience: "people who never get up early",
  format: "plain verse",
  constraints: [
    { kind: "lines", op: "exactly", n: 4 },
    { kind: "exclude", words: ["sun"] },
  ],
  tone: ["joyful", "healing"],
  opening: "A golden light first kisses the water.",
  closing: "the feeling of hope",
  examples: [{ input: "sea", output: "The sea is wide." }],
  steps: true,
  documents: true,
  extra: "Focus on the reflection of the light.",
});

test("[PC1] a text prompt is sent as it was typed, the system text before it", () => {
  const prompt: Prompt = { kind: "text", system: " Be brief.\n", text: "\n  Hello \n" };
  expect(compile(prompt).messages).toEqual([
    { role: "system", content: " Be brief.\n" },
    { role: "user", content: "\n  Hello \n" },
  ]);
  expect(compile({ kind: "text", system: " ", text: "x" }).messages).toEqual([
    { role: "user", content: "x" },
  ]);
});

test("[PC2] an empty part leaves no trace", () => {
  expect(
    sent({
      task: "Write.",
      role: " ",
      tone: ["", " "],
      constraints: [],
      examples: [{ input: "", output: " " }],
    }),
  ).toEqual(["Write."]);
  expect(
    sent({
      task: "Write.",
      constraints: [
        { kind: "other", text: " " },
        { kind: "include", words: [], mode: "all" },
      ],
    }),
  ).toEqual(["Write."]);
});

test("[PC3] the parts stand in one order, whatever was filled in", () => {
  const order = compile(FULL).spans.map((span) => span.part);
  expect([...new Set(order)]).toEqual(
    "role task audience format constraints tone opening closing examples steps extra".split(" "),
  );
});

test("[PC3] a whole prompt reads like this", () => {
  expect(sent(FULL)).toEqual([
    [
      "You are an expert nature poet.",
      "",
      "Write a poem about the sunrise.",
      "",
      "Write for people who never get up early.",
      "Format: plain verse.",
      "",
      "Follow these rules:",
      "- Write exactly 4 lines.",
      "- Do not use the word “sun”.",
      "",
      "Keep the tone joyful and healing.",
      "Start with exactly this line: “A golden light first kisses the water.”",
      "End with the feeling of hope.",
      "",
      "Examples:",
      "<example>",
      "Input: sea",
      "Output: The sea is wide.",
      "</example>",
      "",
      "Work through it step by step before you give the answer.",
      "",
      "Focus on the reflection of the light.",
    ].join("\n"),
  ]);
});

test.each([
  ["an expert nature poet", "You are an expert nature poet."],
  ["a poet. You love rain.", "You are a poet. You love rain."],
  ["You are a poet", "You are a poet."],
  ["act as a poet.", "act as a poet."],
  ["You’re a poet", "You’re a poet."],
  ["As a poet", "As a poet."],
  ["actor", "You are actor."],
])("[PC4] the role %j is sent as %j", (role, text) => {
  expect(sent({ role })).toEqual([text]);
});

test("[PC5] the task is sent as typed, without white space around it", () => {
  expect(sent({ task: "\n Do  this:\n  - one\n" })).toEqual(["Do  this:\n  - one"]);
});

test.each([
  ["beginners", "Write for beginners."],
  ["for beginners", "Write for beginners."],
  ["Explain it to beginners!", "Explain it to beginners!"],
  ["The audience is children", "The audience is children."],
])("[PC6] the audience %j is sent as %j", (audience, text) => {
  expect(sent({ audience })).toEqual([text]);
});

test("[PC7] constraints come after the task: one as a sentence, several as a list", () => {
  const lines = { kind: "lines", op: "exactly", n: 4 } as const;
  const other = { kind: "other", text: "Use one metaphor" } as const;
  expect(sent({ task: "Write.", constraints: [lines] })).toEqual([`Write.\n\n${phraseOf(lines)}`]);
  expect(sent({ task: "Write.", constraints: [lines, other] })).toEqual([
    "Write.\n\nFollow these rules:\n- Write exactly 4 lines.\n- Use one metaphor.",
  ]);
});

test("[PC7] a constraint that is turned round says so", () => {
  expect(sent({ constraints: [{ kind: "lines", op: "exactly", n: 4, not: true }] })).toEqual([
    "Do not write exactly 4 lines.",
  ]);
});

test.each([
  [["joyful"], "Keep the tone joyful."],
  [["joyful", "healing"], "Keep the tone joyful and healing."],
  [["warm", "plain", "calm"], "Keep the tone warm, plain and calm."],
])("[PC8] the tone %j is sent as %j", (tone, text) => {
  expect(sent({ tone })).toEqual([text]);
});

test("[PC9] the opening says the same as the constraint that checks it", () => {
  expect(sent({ opening: " Dear Ana, " })).toEqual([phraseOf({ kind: "starts-with", text: "Dear Ana," })]);
});

test.each([
  ["the feeling of hope", "End with the feeling of hope."],
  ["by asking a question", "End by asking a question."],
  ["End with a question?", "End with a question?"],
  ["endless blue", "End with endless blue."],
])("[PC10] the closing %j is sent as %j", (closing, text) => {
  expect(sent({ closing })).toEqual([text]);
});

test.each([
  ["a table with two columns", "Format: a table with two columns."],
  ["Return only the poem", "Return only the poem."],
  ["Format: CSV", "Format: CSV."],
])("[PC11] the format %j is sent as %j", (format, text) => {
  expect(sent({ format })).toEqual([text]);
});

test("[PC12] examples are fenced off, one by one, with what was filled in", () => {
  expect(
    sent({
      examples: [
        { input: "a\nb", output: "c" },
        { input: "", output: "d" },
      ],
    }),
  ).toEqual(["Examples:\n<example>\nInput:\na\nb\nOutput: c\n</example>\n<example>\nOutput: d\n</example>"]);
});

test("[PC13] steps ask for working before the answer", () => {
  expect(sent({ task: "Solve.", steps: true })).toEqual([
    "Solve.\n\nWork through it step by step before you give the answer.",
  ]);
});

test("[PC14] documents send nothing while no passage is attached", () => {
  expect(compile(parts({ task: "x", documents: true }))).toEqual(compile(parts({ task: "x" })));
});

test("[PC15] extra words come last, as typed", () => {
  expect(sent({ task: "a", closing: "b", extra: "c\n\nd" })).toEqual(["a\n\nEnd with b.\n\nc\n\nd"]);
});

test("[PC16] the role can go to the system message, the rest stays with the person", () => {
  expect(compile(parts({ role: "a poet", task: "Write.", roleAsSystem: true })).messages).toEqual([
    { role: "system", content: "You are a poet." },
    { role: "user", content: "Write." },
  ]);
  expect(compile(parts({ task: "Write.", roleAsSystem: true })).messages).toHaveLength(1);
});

test("[PC17] values are put in before the wording, and what is missing is named", () => {
  const prompt = parts({ role: "{{who}}", task: "Write about {{what}} for {{who}}." });
  const compiled = compile(prompt, { who: "You are {{what}}" });
  expect(compiled.messages[0]?.content).toBe(
    "You are {{what}}.\n\nWrite about {{what}} for You are {{what}}.",
  );
  expect(compiled.missing).toEqual(["what"]);
});

const text = fc.oneof(
  fc.string(),
  fc.constantFrom("", " ", "You are a {{x}}", "a\n\nb", "😀 – “q”", "- \n- "),
);
const anyParts: fc.Arbitrary<PartsPrompt> = fc.record({
  kind: fc.constant("parts" as const),
  role: text,
  task: text,
  audience: text,
  tone: fc.array(text, { maxLength: 3 }),
  constraints: fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant("other" as const), text }),
      fc.record({ kind: fc.constant("lines" as const), op: fc.constant("exactly" as const), n: fc.nat(9) }),
      fc.record({ kind: fc.constant("exclude" as const), words: fc.array(text, { maxLength: 3 }) }),
    ),
    { maxLength: 3 },
  ),
  opening: text,
  closing: text,
  format: text,
  examples: fc.array(fc.record({ input: text, output: text }), { maxLength: 3 }),
  steps: fc.boolean(),
  documents: fc.boolean(),
  extra: text,
  roleAsSystem: fc.boolean(),
});

test("[PC18] the spans tile each message: in order, disjoint, only white space between them", () => {
  fc.assert(
    fc.property(anyParts, (prompt) => {
      const { messages, spans } = compile(prompt);
      for (const [number, { content }] of messages.entries()) {
        let end = 0;
        for (const span of spans.filter((each) => each.message === number)) {
          expect(content.slice(end, span.start).trim()).toBe("");
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(end).toBe(content.length);
      }
    }),
  );
});

test("[PC18] a span is its part as sent, with the number of its constraint or example", () => {
  expect(shown(compile(FULL))).toEqual([
    { part: "role", text: "You are an expert nature poet." },
    { part: "task", text: "Write a poem about the sunrise." },
    { part: "audience", text: "Write for people who never get up early." },
    { part: "format", text: "Format: plain verse." },
    { part: "constraints", text: "Follow these rules:" },
    { part: "constraints 0", text: "- Write exactly 4 lines." },
    { part: "constraints 1", text: "- Do not use the word “sun”." },
    { part: "tone", text: "Keep the tone joyful and healing." },
    { part: "opening", text: "Start with exactly this line: “A golden light first kisses the water.”" },
    { part: "closing", text: "End with the feeling of hope." },
    { part: "examples", text: "Examples:" },
    { part: "examples 0", text: "<example>\nInput: sea\nOutput: The sea is wide.\n</example>" },
    { part: "steps", text: "Work through it step by step before you give the answer." },
    { part: "extra", text: "Focus on the reflection of the light." },
  ]);
});

test("[PC19] a prompt of white space sends nothing as the person's message", () => {
  expect(compile({ kind: "text", text: " \n\t" }).messages).toEqual([]);
  expect(isEmptyPrompt({ kind: "text", system: "Be brief.", text: "  " })).toBe(true);
  expect(isEmptyPrompt(EMPTY_PARTS)).toBe(true);
  expect(isEmptyPrompt(parts({ role: "a poet", roleAsSystem: true }))).toBe(true);
  expect(isEmptyPrompt(parts({ role: "a poet" }))).toBe(false);
  expect(isEmptyPrompt({ kind: "text", text: "x" })).toBe(false);
});

test("[PC20] compiling changes nothing and always gives the same", () => {
  fc.assert(
    fc.property(anyParts, (prompt) => {
      const before = structuredClone(prompt);
      expect(compile(prompt)).toEqual(compile(prompt));
      expect(prompt).toEqual(before);
    }),
  );
});
