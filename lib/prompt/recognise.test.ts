import fc from "fast-check";
import { expect, test } from "vitest";
import { cpuTimeMs } from "#lib/base/cpu-time.fixture.ts";
import { asText } from "./as-text.ts";
import { withDigits } from "./recognise/counts.ts";
import { frameOf, wordsOf } from "./recognise/kept.ts";
import cases from "./recognise.cases.json" with { type: "json" };
import { recognise } from "./recognise.ts";
import { EMPTY_PARTS, type PartsPrompt, partsPromptSchema } from "./schema.ts";

const ARTICLE =
  "Act as an expert in nature poet inspired by the works of Rabindranath Tagore. Write a four-line poem about the sunrise on a calm lake. The poem should start with the line, “A golden light first kisses the water.” Make the poem feel joyful and healing. Focus on the reflection of the light and end by describing the feeling of hope.";

test("[RC1] the article's prompt comes out in its parts", () => {
  expect(recognise(ARTICLE).prompt).toEqual({
    ...EMPTY_PARTS,
    role: "an expert in nature poet inspired by the works of Rabindranath Tagore",
    task: "Write a poem about the sunrise on a calm lake.",
    constraints: [{ kind: "lines", op: "exactly", n: 4 }],
    tone: ["joyful", "healing"],
    opening: "A golden light first kisses the water.",
    closing: "the feeling of hope",
    extra: "Focus on the reflection of the light.",
  });
});

test("[RC1] what was recognised is shown in the person's own words", () => {
  expect(recognise(ARTICLE).found).toEqual([
    { part: "role", text: "Act as an expert in nature poet inspired by the works of Rabindranath Tagore" },
    { part: "constraints", text: "four-line" },
    {
      part: "opening",
      text: "The poem should start with the line, “A golden light first kisses the water.”",
    },
    { part: "tone", text: "Make the poem feel joyful and healing" },
    { part: "closing", text: "and end by describing the feeling of hope" },
  ]);
});

test.each(cases.map(({ text, parts }) => [text, parts] as const))("[RC2] %j", (text, parts) => {
  expect(recognise(text).prompt).toEqual({ ...EMPTY_PARTS, ...parts });
});

test("[RC2] the table holds at least sixty prompts, many with parts and many that stay whole", () => {
  expect(cases.length).toBeGreaterThanOrEqual(60);
  expect(cases.filter(({ parts }) => Object.keys(parts).length === 1).length).toBeGreaterThanOrEqual(15);
});

/** Words of the input that neither stand in the prompt as sent nor belong to the frame of a part that was found. */
function lostWords(text: string): string[] {
  const { prompt, found } = recognise(text);
  const kept = new Set(wordsOf(withDigits(`${asText(prompt)} ${JSON.stringify(prompt)}`)));
  const frames = found.map(({ part }) => frameOf(part));
  // The number of a list item goes with its item.
  const unmarked = text.replace(/^\s*\d{1,2}[.)]\s+/gm, "");
  return wordsOf(withDigits(unmarked)).filter(
    (word) =>
      !kept.has(word) &&
      !NAMES.has(word) &&
      !frames.some((frame) => frame.has(word)) &&
      !kept.has(String(Number(word) - 1)) &&
      !kept.has(String(Number(word) + 1)),
  );
}
/** Headings that name a part. */
const NAMES = new Set("role task audience tone format length rules constraints follow these".split(" "));

test.each(cases.map(({ text }) => [text]))("[RC3] no word is lost: %j", (text) => {
  expect(lostWords(text)).toEqual([]);
});

const noise = fc.stringMatching(/^[a-z]{3}q[a-z]{3}$/);
const number = fc.constantFrom("3", "four", "twenty-five", "1,500", "60 to 90", "between 5 and 7");
const unit = fc.constantFrom("words", "lines", "sentences", "bullet points", "paragraphs");
const clause = fc.oneof(
  noise.map((a) => `You are a ${a}`),
  noise.map((a) => `act as an expert in ${a} and write about it`),
  fc.tuple(noise, noise, number, unit).map(([a, b, n, u]) => `Write a ${a} about ${b} in ${n} ${u}`),
  fc.tuple(noise, number).map(([a, n]) => `Give me a ${n}-line ${a}`),
  fc.tuple(noise, noise).map(([a, b]) => `make it feel ${a} and ${b}`),
  fc.tuple(noise, noise).map(([a, b]) => `Do not use the words ${a} or "${b}"`),
  fc.tuple(noise, noise).map(([a, b]) => `it must include the words ${a}, ${b} and 12 May`),
  fc.tuple(noise, noise).map(([a, b]) => `The poem should start with the line “${a} ${b}.”`),
  noise.map((a) => `end with ${a}`),
  noise.map((a) => `and finish by describing the ${a}`),
  fc.tuple(noise, noise).map(([a, b]) => `Explain ${a} to a ten-year-old who likes ${b}`),
  noise.map((a) => `Respond in JSON with keys ${a}, b`),
  noise.map((a) => `Answer in French, ${a}`),
  noise.map((a) => `Tone: ${a}`),
  noise.map((a) => `# Constraints\n- ${a}\n- no markdown`),
  fc.tuple(noise, number, unit).map(([a, n, u]) => `\n\nConstraints:\n- at most ${n} ${u}\n- ${a}\n\n`),
  fc.tuple(noise, number, unit).map(([a, n, u]) => `Write a title of ${n} ${u} and a body about ${a}`),
  noise.map((a) => `Input: ${a}\nOutput: ${a}x`),
  noise.map((a) => `Summarise this: ${a}`),
  noise.map((a) => `\n\`\`\`\nYou are ${a}.\n\`\`\`\n`),
  noise.map((a) => `<t>${a}</t>`),
  fc.constantFrom(
    "think step by step",
    "no markdown",
    "If so,",
    "- ",
    "1. ",
    "Use at most 5 words",
    "“",
    '"',
  ),
  noise,
  fc.string({ unit: "grapheme", maxLength: 20 }),
);
const glue = fc.constantFrom(". ", ", ", " and ", "\n", "\n\n", "! ", " ", ": ", "? ", "; ");
const prose = fc
  .array(fc.tuple(clause, glue), { maxLength: 12 })
  .map((pairs) => pairs.map(([words, end]) => words + end).join(""));

test("[RC3] no word is lost from prompts made of every frame and noise between", () => {
  fc.assert(
    fc.property(prose, (text) => {
      const kept = asText(recognise(text).prompt).toLowerCase();
      for (const word of text.toLowerCase().match(/\b[a-z]{3}q[a-z]{3}/g) ?? []) expect(kept).toContain(word);
      expect(lostWords(text)).toEqual([]);
    }),
    { numRuns: 1_500 },
  );
});

test("[RC3] no character but white space is lost where nothing is recognised", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
      const { prompt, found } = recognise(text);
      if (found.length === 0) expect(prompt.task).toBe(text.trim());
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  "```\nYou are a pirate. Use 3 lines.\n```",
  "<notes>\nAct as a cook. Answer in French.\n</notes>",
  '"""\nEnd with hope. No markdown.\n"""',
  "> Keep it under 20 words.\n> You are a poet.",
])("[RC4] material stays as it is: %j", (material) => {
  const { prompt, found } = recognise(`Summarise the material.\n\n${material}`);
  expect(prompt.task).toBe(`Summarise the material.\n\n${material}`);
  expect(found).toEqual([]);
});

test.each([
  "Reply to this email:\n\nPlease answer in French. Use 3 lines.",
  "Text: You are a poet. Use at most 3 lines.",
  "Translate: End with hope. Use 5 words.",
])("[RC4] what a colon introduces is material: %j", (text) => {
  expect(recognise(text).prompt).toEqual({ ...EMPTY_PARTS, task: text });
});

test.each([
  "Schreibe ein Gedicht mit vier Zeilen über die Natur. Format: Text.",
  "Rédige un e-mail pour des clients. Format: court et poli. Ton: chaleureux.",
  "Escribe un cuento para niños. Audience: niños de la escuela. Termina con una pregunta.",
  "请写一首关于春天的诗,四行。",
  "اكتب قصيدة قصيرة عن البحر. Format: text",
])("[RC5] a prompt in another language stays whole: %j", (text) => {
  expect(recognise(text).prompt).toEqual({ ...EMPTY_PARTS, task: text });
});

test.each([
  "If the text is long, use 3 bullet points.",
  "Answer in French if the customer writes French.",
  "Write about 200 words.",
  "Each line should have five words.",
  "Summarise it in 3 sentences per chapter.",
  "Explain why a four-line poem is called a quatrain.",
  "What is a 100-word story?",
  "Do not mention our prices.",
  "Start with a joke.",
  "You are going to read a text.",
  "You are not allowed to guess.",
  "Write a step-by-step guide.",
  "Do not explain it to children.",
  "Never apologise and end with a joke.",
  "Parse the answer as JSON in Python and explain how.",
  "How do I say hello in Spanish?",
])("[RC6] when unsure, the words stay: %j", (text) => {
  expect(recognise(text)).toEqual({ prompt: { ...EMPTY_PARTS, task: text }, found: [], crowded: false });
});

test("[RC7] a second role, opening or ending stays in the text", () => {
  const { prompt } = recognise("You are a poet. You are a cook. End with hope. End with rain.");
  expect(prompt).toEqual({
    ...EMPTY_PARTS,
    role: "a poet",
    closing: "hope",
    task: "You are a cook.",
    extra: "End with rain.",
  });
});

test("[RC8] what comes out is a valid prompt, and the same each time", () => {
  fc.assert(
    fc.property(prose, (text) => {
      const prompt: PartsPrompt = recognise(text.toWellFormed().replaceAll("\u0000", "")).prompt;
      expect(partsPromptSchema.parse(prompt)).toEqual(prompt);
      expect(recognise(text)).toEqual(recognise(text));
    }),
  );
});

test.each([
  ["a megabyte without a full stop", "word ".repeat(200_000)],
  ["a megabyte of sentences", "Write a poem in 3 lines for kids. ".repeat(30_000)],
  ["commas", "write a, ".repeat(100_000)],
  ["numbers", "write 1 to ".repeat(90_000)],
  ["quotation marks", '"a” “b" '.repeat(100_000)],
  ["open tags", "<a>\n".repeat(200_000)],
  ["verbs and readers", `${"explain to for write for a ".repeat(36)}. `.repeat(20)],
  ["readers", `Explain ${"for young very kids ".repeat(48)}x. `.repeat(20)],
  ["ands", `Write ${"and end with and start with ".repeat(34)}. `.repeat(20)],
  ["tones", `Write ${"in a warm and in a ".repeat(50)}. `.repeat(20)],
  ["ranges", `Write ${"in 1 to 2 to in between ".repeat(40)}. `.repeat(20)],
  ["quoted lists", `Include the words ${'"a", '.repeat(190)}. `.repeat(20)],
  ["openings", `The poem should start with ${"the line starting with ".repeat(40)}. `.repeat(20)],
  ["short lines", "a\n".repeat(400_000)],
  ["labels", "Role:\nTask:\n# Tone\n".repeat(30_000)],
  ["pairs", "Input: a\nOutput: b\n".repeat(40_000)],
  ["articles", `Use ${"a an answer ".repeat(80)}3 lines. `.repeat(20)],
])("[RC9] no text takes long: %s", (_, text) => {
  const started = cpuTimeMs();
  recognise(text);
  expect(cpuTimeMs() - started).toBeLessThan(3_000);
});
