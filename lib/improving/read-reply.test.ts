import fc from "fast-check";
import { expect, test } from "vitest";
import { partsPromptSchema } from "#lib/prompt/schema.ts";
import { withProposal } from "./apply.ts";
import { proposalSchema } from "./improvement.ts";
import { readReply } from "./read-reply.ts";

const role = { role: { text: "a poet", reason: "It sets the words." } };
const read = (value: unknown) => readReply(JSON.stringify(value));

test("[IP9] a proposal is found in a code fence, among words, and one level down", () => {
  const proposal = { part: "role", value: "a poet", reason: "It sets the words." };
  const json = JSON.stringify(role, null, 2);
  for (const text of [
    json,
    `Sure!\n\n\`\`\`json\n${json}\n\`\`\`\nGood luck {with it}.`,
    JSON.stringify({ parts: role }),
  ]) {
    expect(readReply(text)).toEqual({ proposals: [proposal], leftOut: [] });
  }
});

test("[IP9] bare values in place of text and reason are forgiven", () => {
  const reply = read({
    role: "a poet",
    tone: "calm, warm",
    steps: true,
    examples: [{ input: "a", output: "b" }],
  });
  expect(reply?.proposals).toEqual([
    { part: "role", value: "a poet", reason: "" },
    { part: "tone", value: ["calm", "warm"], reason: "" },
    { part: "steps", value: true, reason: "" },
    { part: "examples", value: [{ input: "a", output: "b" }], reason: "" },
  ]);
});

test("[IP9][IP10] of two proposals the last counts, and the first is told", () => {
  const reply = readReply(
    `${JSON.stringify({ role: "a clerk" })} or rather ${JSON.stringify({ role: "a poet" })}`,
  );
  expect(reply?.proposals).toMatchObject([{ value: "a poet" }]);
  expect(reply?.leftOut).toMatchObject([{ name: "role", text: "a clerk" }]);
});

test.each([
  ["no JSON", "I would write: act as a poet."],
  ["JSON that breaks off", '{"role": {"text": "a poet", "rea'],
  ["another shape", '{"answer": 42}'],
  ["a list", '["role", "task"]'],
  ["a bare word", '"role"'],
  ["nothing", ""],
  ["only misfits", '{"role": 7, "tone": 3, "persona": "x"}'],
])("[IP12] %s cannot be read as parts", (_, text) => {
  expect(readReply(text)).toBeNull();
});

test("[IP11] empty parts are read and propose nothing", () => {
  const reply = read({
    role: { text: " ", reason: "No role needed." },
    tone: { words: [""], reason: "" },
    constraints: [],
    examples: { pairs: [{ input: "", output: "" }], reason: "" },
    steps: { on: false, reason: "" },
  });
  expect(reply).toEqual({ proposals: [], leftOut: [] });
});

test("[IP10] what is no part is listed with its reason, never dropped", () => {
  const reply = read({
    ...role,
    persona: "a poet",
    audience: { text: 42 },
    opening: "x".repeat(10_001),
    tone: [1],
    steps: "yes",
    examples: [{ in: "a" }],
    constraints: [
      { kind: "words", op: "at-most", n: 60, reason: "Short." },
      { kind: "rhyme", text: "ABAB" },
      { kind: "language", text: "Elvish" },
      { kind: "other", text: " " },
      "eight lines",
    ],
  });
  expect(reply?.proposals.map(({ part }) => part)).toEqual(["role", "constraints"]);
  expect(reply?.leftOut.map(({ name, why }) => `${name}: ${why}`)).toEqual([
    "persona: No part of a prompt has this name.",
    "audience: A text was expected here.",
    "opening: It is longer than this part may be.",
    "tone: A list of words was expected here.",
    "steps: Yes or no was expected here.",
    "examples: Pairs of input and output were expected here.",
    "constraints: No kind of constraint has this name.",
    "constraints: Its values do not fit this kind of constraint.",
    "constraints: This constraint says nothing yet.",
    "constraints: A constraint without a kind.",
  ]);
  expect(reply?.leftOut[7]?.text).toContain("Elvish");
});

test("[IP10] a hundred remarks are counted, and a name of the prototype is a name like any other", () => {
  const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`part${index}`, index]));
  const reply = readReply(`{"__proto__": {"role": "x"}, ${JSON.stringify({ ...role, ...many }).slice(1)}`);
  expect(reply?.proposals).toMatchObject([{ value: "a poet" }]);
  expect(reply?.leftOut).toHaveLength(31);
  expect(reply?.leftOut[0]?.name).toBe("__proto__");
  expect(reply?.leftOut.at(-1)?.why).toBe("71 more things were left out.");
});

test("[IP9] whatever comes, a reply is read without a throw, and what it proposes fits a prompt", () => {
  const parts = fc.dictionary(
    fc.constantFrom("role", "task", "tone", "constraints", "examples", "steps", "extra", "other"),
    fc.jsonValue({ maxDepth: 3 }),
  );
  const empty = partsPromptSchema.parse({ kind: "parts" });
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        parts.map((value) => JSON.stringify(value)),
      ),
      (text) => {
        for (const proposal of readReply(text)?.proposals ?? []) {
          expect(proposalSchema.safeParse(proposal).success).toBe(true);
          expect(partsPromptSchema.safeParse(withProposal(empty, proposal)).success).toBe(true);
        }
      },
    ),
  );
});
