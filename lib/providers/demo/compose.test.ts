import fc from "fast-check";
import { expect, test } from "vitest";
import { holdAll } from "#lib/checks/hold.ts";
import type { Constraint } from "#lib/constraints/registry.ts";
import { EMPTY_PARTS, type PartsPrompt } from "#lib/prompt/schema.ts";
import { composeReply } from "./compose.ts";
import { constraintSets } from "./fixtures/constraint-sets.ts";
import { createRandom } from "./random.ts";

function reply(parts: Partial<PartsPrompt>, seed = 1): string {
  return composeReply({ ...EMPTY_PARTS, ...parts }, createRandom(seed));
}

/** Constraints that the text breaks, in words. */
function broken(constraints: readonly Constraint[], text: string): string[] {
  return holdAll(
    constraints.map((constraint, i) => ({ id: `c${i}`, constraint })),
    text,
  ).flatMap(({ result, asked, found }) => (result === "fail" ? [`asked ${asked}, found ${found}`] : []));
}

test("500 sets of counts that go together are all kept, with openings, endings and words", () => {
  fc.assert(
    fc.property(constraintSets(), fc.integer({ min: 0, max: 999 }), ({ parts, promises }, seed) => {
      expect(broken(promises, reply(parts, seed))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test("the same seed gives the same reply, another seed another one", () => {
  const parts = { task: "Explain photosynthesis" };
  expect(reply(parts, 5)).toBe(reply(parts, 5));
  expect(new Set([1, 2, 3, 4, 5].map((seed) => reply(parts, seed))).size).toBe(5);
});

test("a plain question gets a modest paragraph that names its topic and knows nothing about it", () => {
  for (let seed = 0; seed < 50; seed++) {
    const text = reply({ task: "Explain photosynthesis" }, seed);
    expect(text).toContain("photosynthesis");
    expect(text).not.toMatch(/light|sun|plant|chloro|sugar|oxygen|carbon|energy/i);
    expect(text.split("\n")).toHaveLength(1);
  }
});

test("a poem without a length comes in several lengths, one with a length in that one", () => {
  const lengths = (parts: Partial<PartsPrompt>) =>
    new Set(Array.from({ length: 20 }, (_, seed) => reply(parts, seed).split("\n").length));
  expect(lengths({ task: "Write a poem about the sea" }).size).toBeGreaterThan(3);
  const four: Constraint[] = [{ kind: "lines", op: "exactly", n: 4 }];
  expect(lengths({ task: "Write a poem about the sea", constraints: four })).toEqual(new Set([4]));
});

test("an opening line is the first line, word for word", () => {
  const opening = "A golden light first kisses the water.";
  expect(reply({ task: "Write a poem about a lake", opening }).split("\n")[0]).toBe(opening);
});

test("an ending is the end, also in small letters with a number of sentences", () => {
  const constraints: Constraint[] = [
    { kind: "ends-with", text: "and that is all" },
    { kind: "sentences", op: "exactly", n: 3 },
  ];
  for (let seed = 0; seed < 30; seed++) {
    const text = reply({ task: "Explain tides", constraints }, seed);
    expect(broken(constraints, text)).toEqual([]);
  }
});

test("excluded words are avoided even when they are the topic or everyday words", () => {
  const constraints: Constraint[] = [
    { kind: "exclude", words: ["tea", "the", "this", "a", "an", "and", "it"] },
  ];
  for (let seed = 0; seed < 30; seed++) {
    expect(broken(constraints, reply({ task: "Write about tea", constraints }, seed))).toEqual([]);
  }
});

test("JSON with keys is one object with these keys, also awkward ones", () => {
  const keys = ["name", "price", "__proto__", 'a "quoted" key'];
  const text = reply({ task: "Describe a jacket", constraints: [{ kind: "json", keys }] });
  expect(Object.keys(JSON.parse(text))).toEqual(keys);
});

test("numbered points are numbered", () => {
  const constraints: Constraint[] = [{ kind: "bullets", op: "exactly", n: 3, marker: "1." }];
  expect(
    reply({ task: "Explain tides", constraints })
      .split("\n")
      .map((line) => line.slice(0, 3)),
  ).toEqual(["1. ", "2. ", "3. "]);
});

test("a language that it cannot write is named, in English, and nothing else is pretended", () => {
  const text = reply({ task: "Explain tides", constraints: [{ kind: "language", code: "fr" }] });
  expect(text).toBe("This simulated reply can only be written in English, so it cannot answer in French.");
  expect(reply({ task: "Explain tides", constraints: [{ kind: "language", code: "en" }] })).toContain(
    "tides",
  );
});

test("counts that contradict each other still get an answer", () => {
  const constraints: Constraint[] = [
    { kind: "lines", op: "exactly", n: 2 },
    { kind: "bullets", op: "exactly", n: 5 },
    { kind: "words", op: "at-most", n: 3 },
  ];
  expect(reply({ task: "Explain tides", constraints })).not.toBe("");
});

test("a length beyond its limits is not followed", () => {
  const constraints: Constraint[] = [{ kind: "words", op: "exactly", n: 100_000 }];
  expect(reply({ task: "Explain tides", constraints }).length).toBeLessThan(50_000);
});

test("a question at the end, where the closing asks for one", () => {
  const parts = { task: "Explain rain to a child", closing: "a question that the child can answer" };
  for (let seed = 0; seed < 10; seed++)
    expect(reply(parts, seed).trimEnd().endsWith("?"), String(seed)).toBe(true);
});
