import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { holdAll } from "#lib/checks/hold.ts";
import { compile } from "#lib/prompt/compile.ts";
import * as recognition from "#lib/prompt/recognise.ts";
import { EMPTY_PARTS } from "#lib/prompt/schema.ts";
import { constraintSets } from "./fixtures/constraint-sets.ts";
import { simulate } from "./simulate.ts";

vi.mock("#lib/prompt/recognise.ts", { spy: true });

afterEach(() => {
  vi.clearAllMocks();
});

test("500 prompts compiled from parts: every count, opening, ending and word asked for is kept", () => {
  fc.assert(
    fc.property(constraintSets(), fc.nat({ max: 20 }), ({ parts, promises }, sampleIndex) => {
      const { messages } = compile({ ...EMPTY_PARTS, ...parts });
      const text = simulate(messages, sampleIndex);
      const checks = promises.map((constraint, i) => ({ id: `c${i}`, constraint }));
      const failed = holdAll(checks, text).filter(({ result }) => result === "fail");
      expect(failed.map(({ asked, found }) => ({ asked, found }))).toEqual([]);
    }),
    { numRuns: 500 },
  );
}, 60_000);

test("2,000 random prompts: never throws, never answers nothing, always well-formed", () => {
  const word = fc.constantFrom(
    ..."write a poem with exactly 4 lines 3 to 5 bullet points JSON keys name no more than in French start end ; : \" “ ” ' ( { [ \n - 😀 \u0000 \ud800 99999 0 sentences words".split(
      " ",
    ),
  );
  const prompt = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.string({ unit: "grapheme", maxLength: 200 }),
    fc.array(word, { maxLength: 40 }).map((words) => words.join(" ")),
  );
  const role = fc.constantFrom("system" as const, "user" as const);
  fc.assert(
    fc.property(
      fc.array(fc.record({ role, content: prompt }), { maxLength: 3 }),
      fc.nat(),
      (messages, index) => {
        const text = simulate(messages, index);
        expect(text.trim()).not.toBe("");
        expect(text.isWellFormed()).toBe(true);
      },
    ),
    { numRuns: 2_000 },
  );
}, 60_000);

test("the five samples of a cell differ, and each is the same the next time", () => {
  const messages = [{ role: "user" as const, content: "Generate a poem about the sea." }];
  const samples = [0, 1, 2, 3, 4].map((index) => simulate(messages, index));
  expect(new Set(samples).size).toBe(5);
  expect([0, 1, 2, 3, 4].map((index) => simulate(messages, index))).toEqual(samples);
});

test.each([
  ["Write a four-line poem about rain.", /^[^\n]+(\n[^\n]+){3}$/],
  ["List three bullet points about tea.", /^- .+\n- .+\n- .+$/],
  ["Explain tides in exactly two sentences.", /^[^.]+\. [^.]+\.$/],
  ["Write about tea in French.", /in French\.$/],
  ["Give me five tips for learning Spanish.", /^(?:- .+(?:\n|$)){5}$/],
  ["Write a haiku about frost.", /^[^\n]+\n[^\n]+\n[^\n]+$/],
  ["Explain tides. Use no bullet points.", /^(?!- )/],
  ["Bitte schreibe ein Gedicht über den See und das Licht.", /only follow instructions in English/],
  ["Explain photosynthesis", /photosynthesis/],
])("prose is understood too: %s", (content, expected) => {
  for (let index = 0; index < 10; index++) {
    expect(simulate([{ role: "user", content }], index)).toMatch(expected);
  }
});

test("a prompt of 1 MB is heard once for 1,000 samples, and only its first 20,000 characters", () => {
  const instruction = "Write a four-line poem about rain. ";
  const content = instruction + "The quick brown fox jumps over the lazy dog. ".repeat(22_000);
  const messages = [
    { role: "system" as const, content: "Be brief." },
    { role: "user" as const, content },
  ];
  const texts = new Set<string>();
  for (let index = 0; index < 1_000; index += 1) texts.add(simulate(messages, index));
  const heard = vi.mocked(recognition.recognise).mock.calls.map(([text]) => text);
  expect(heard).toHaveLength(1);
  expect(heard[0]).toHaveLength(20_000);
  expect(heard[0]?.startsWith(`Be brief.\n\n${instruction}`)).toBe(true);
  expect(texts.size).toBeGreaterThan(100);
  for (const text of texts) expect(text.split("\n")).toHaveLength(4);
});

test("what was heard of one prompt is not taken for another", () => {
  const about = (topic: string) => [{ role: "user" as const, content: `Explain ${topic}` }];
  expect(simulate(about("photosynthesis"), 0)).toContain("photosynthesis");
  expect(simulate(about("gravity"), 0)).toContain("gravity");
});

test("a character that the end of what is heard cuts in two is heard as none", () => {
  const said = `Write about tea..${"😀".repeat(20_000)}`;
  simulate([{ role: "user", content: said }], 0);
  expect(said.slice(0, 20_000).isWellFormed()).toBe(false);
  expect(vi.mocked(recognition.recognise).mock.calls.map(([text]) => text.isWellFormed())).toEqual([true]);
});
