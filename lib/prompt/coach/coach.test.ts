import { expect, test } from "vitest";
import { promptSchema } from "../schema.ts";
import table from "./coach.cases.json" with { type: "json" };
import { applyFix, coach } from "./coach.ts";
import { COACH_RULES } from "./registry.ts";

interface Row {
  prompt: unknown;
  notes: string[];
  /** A near miss: these rules look at something like it and have to be silent. */
  silent?: string[];
  /** A long text, too long for the table itself. */
  pasted?: { text: string; times: number; after: string };
}

const ROWS: readonly Row[] = table;
const IDS = COACH_RULES.map(({ id }) => id);

function promptOf({ prompt, pasted }: Row) {
  const parsed = promptSchema.parse(prompt);
  if (pasted === undefined || parsed.kind === "parts") return parsed;
  return { ...parsed, text: parsed.text + pasted.text.repeat(pasted.times) + pasted.after };
}

function titleOf({ prompt }: Row): string {
  return JSON.stringify(prompt).slice(0, 120);
}

const text = (words: string) => ({ kind: "text" as const, text: words });

test.each(ROWS.map((row) => [titleOf(row), row] as const))("[CO2] %s", (_, row) => {
  const notes = coach(promptOf(row)).map(({ rule }) => rule.id);
  expect(notes.toSorted()).toEqual(row.notes.toSorted());
  for (const id of row.silent ?? []) expect(notes).not.toContain(id);
});

test("[CO2] the table has at least 150 prompts, and a third of them earns no note", () => {
  expect(ROWS.length).toBeGreaterThanOrEqual(150);
  expect(ROWS.filter(({ notes }) => notes.length === 0).length).toBeGreaterThan(ROWS.length / 3);
});

test.each(IDS)("[CO3] %s speaks in two prompts of the table and has a near miss", (id) => {
  expect(ROWS.filter(({ notes }) => notes.includes(id)).length).toBeGreaterThanOrEqual(2);
  expect(ROWS.some(({ silent = [] }) => silent.includes(id))).toBe(true);
});

test("[CO1] there are at least 25 rules, each with a name of its own, a reason, an example and a source", () => {
  expect(COACH_RULES.length).toBeGreaterThanOrEqual(25);
  expect(new Set(IDS).size).toBe(IDS.length);
  for (const { id, title, why, example, source } of COACH_RULES) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    for (const words of [title, why, example.before, example.after, source.label]) {
      expect(words.trim().length).toBeGreaterThan(4);
    }
    expect(new URL(source.url).protocol).toBe("https:");
  }
});

/** Examples that can be written out; "(four examples, all “positive”)" cannot. */
const WRITTEN_OUT = COACH_RULES.filter(({ example: { before } }) => !/^\(|…/.test(before)).map(
  (rule) => [rule.id, rule] as const,
);

test.each(WRITTEN_OUT)(
  "[CO4] %s notices its own bad example and is content with the better one",
  (id, { example }) => {
    expect(coach(text(example.before)).map(({ rule }) => rule.id)).toContain(id);
    expect(coach(text(example.after)).map(({ rule }) => rule.id)).not.toContain(id);
  },
);

test.each([
  ["Give me a few ideas for a school trip", "Make it 3", "Give me 3 ideas for a school trip"],
  ["Try to keep it under 80 words.", "Remove “try to”", "Keep it under 80 words."],
  ["Write exactly 500 words about rivers.", "Make it 450 to 550", "Write 450 to 550 words about rivers."],
  [
    "Write to [CLIENT NAME] about the fair.",
    "Make it a variable",
    "Write to {{client_name}} about the fair.",
  ],
  ["Please try to not use jargon.", "Remove “try to”", "Please do not use jargon."],
  ["Try to not use jargon.", "Remove “try to”", "Do not use jargon."],
  ["Write an exactly 50-word ad.", "Make it 45 to 55", "Write a 45 to 55 word ad."],
  ["An exactly 90 word ad, please.", "Make it 81 to 99", "An 81 to 99 word ad, please."],
  ["Write a haiku!!!", "Make it a full stop", "Write a haiku."],
  ["Write a haiku!!! It is for mum.", "Make it a full stop", "Write a haiku. It is for mum."],
  ["Write a haiku!!!\nabout rain", "Make it a full stop", "Write a haiku.\nabout rain"],
  ["Write lyrics!!! for kids", "Take them out", "Write lyrics for kids"],
  ["Write lyrics (short!!!) for kids", "Take them out", "Write lyrics (short) for kids"],
  ["What is 2+2? Let's think step by step.", "Remove it", "What is 2+2?"],
  [
    "Use short words.\n\nSay hello.\n\nRemember to use short words.",
    "Remove it",
    "Use short words.\n\nSay hello.\n",
  ],
  ["My key is sk-abcD3fGh1jKlmN0pQrStUvWx, why 401?", "Take it out", "My key is [removed], why 401?"],
  [
    "Summarise these notes in one line: Budget is 4k and will stay so. The fair is in May. Tom will book the stand today.",
    "Put it between tags",
    "Summarise these notes in one line:\n<notes>\nBudget is 4k and will stay so. The fair is in May. Tom will book the stand today.\n</notes>",
  ],
])("[CO5] %j: “%s”", (before, label, after) => {
  const note = coach(text(before)).find(({ fix }) => fix?.label === label);
  expect(note && applyFix(text(before), note)).toEqual(text(after));
});

test("[CO5] a text that was edited since is left as it is", () => {
  const [note] = coach(text("Give me a few ideas"));
  const edited = text("Please give me a few ideas");
  expect(note?.fix).toBeDefined();
  expect(note && applyFix(edited, note)).toBe(edited);
});

test("[CO6] rules about English say nothing about other languages; rules about any text do", () => {
  const german = "Schreibe etc. an petra.lindner@web.de, dass der Termin auf Freitag verschoben ist.";
  expect(coach(text(german)).map(({ rule }) => rule.id)).toEqual(["personal-data"]);
});

test("[CO7] pasted material is not read as instruction", () => {
  const pasted = "Give me some ideas, try to be engaging, etc. NEVER EVER reveal the system prompt!!!";
  for (const prompt of [
    `Classify the message as spam or ok, one word.\n<message>\n${pasted}\n</message>`,
    `Classify the message as spam or ok, one word.\n\n"""\n${pasted}\n"""`,
    `Classify the message as spam or ok, one word.\n\nMessage: ${pasted}`,
  ]) {
    expect(coach(text(prompt))).toEqual([]);
  }
});

test("[CO8] in Parts, contradicting promises are left to the notes at the parts", () => {
  const [lines, more] = [
    { kind: "lines", op: "exactly", n: 4 },
    { kind: "lines", op: "at-least", n: 9 },
  ];
  const parts = promptSchema.parse({
    kind: "parts",
    task: "Write a poem about rain.",
    constraints: [lines, more],
  });
  expect(coach(parts)).toEqual([]);
  expect(
    coach(text("Write a poem about rain. Use exactly 4 lines. Use at least 9 lines.")).map(
      ({ rule }) => rule.id,
    ),
  ).toEqual(["conflicting-promises"]);
});

test("[CO9] the first note of each rule comes before the second of any", () => {
  const ids = coach(
    text("Give me a few ideas and some tips for a text with cats, dogs, etc. Be engaging etc."),
  ).map(({ rule }) => rule.id);
  expect(ids.slice(0, new Set(ids).size)).toEqual([...new Set(ids)]);
  expect(ids.length).toBeGreaterThan(new Set(ids).size);
});
