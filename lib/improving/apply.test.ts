import { expect, test } from "vitest";
import { MAX_CONSTRAINTS } from "#lib/base/limits.ts";
import { type PartsPrompt, partsPromptSchema } from "#lib/prompt/schema.ts";
import { hasRoomFor, holds, inPlaceOf, withoutProposal, withProposal } from "./apply.ts";
import { proposalsFrom } from "./from-parts.ts";
import type { Proposal } from "./improvement.ts";

const now: PartsPrompt = partsPromptSchema.parse({
  kind: "parts",
  role: "a clerk",
  task: "Write.",
  tone: ["dry"],
  constraints: [
    { kind: "words", op: "at-most", n: 100 },
    { kind: "exclude", words: ["very"] },
  ],
});
const constraint = (value: Extract<Proposal, { part: "constraints" }>["value"]): Proposal => ({
  part: "constraints",
  value,
  reason: "",
});
const changes: [string, Proposal, Partial<PartsPrompt>][] = [
  ["a text", { part: "role", value: "a poet", reason: "" }, { role: "a poet" }],
  ["an empty text", { part: "opening", value: "Dear all", reason: "" }, { opening: "Dear all" }],
  ["the tone", { part: "tone", value: ["calm"], reason: "" }, { tone: ["calm"] }],
  ["steps", { part: "steps", value: true, reason: "" }, { steps: true }],
  [
    "a count, in the place of the one that is there",
    constraint({ kind: "words", op: "at-most", n: 60 }),
    {
      constraints: [
        { kind: "words", op: "at-most", n: 60 },
        { kind: "exclude", words: ["very"] },
      ],
    },
  ],
  [
    "a constraint of which there may be several, at the end",
    constraint({ kind: "exclude", words: ["nice"] }),
    { constraints: [...now.constraints, { kind: "exclude", words: ["nice"] }] },
  ],
];

test.each(changes)(
  "[IP21][IP22] %s is written, nothing else is, and it can be taken back",
  (_, proposal, change) => {
    expect(holds(now, proposal)).toBe(false);
    const taken = withProposal(now, proposal);
    expect(taken).toEqual({ ...now, ...change });
    expect(holds(taken, proposal)).toBe(true);
    expect(withoutProposal(taken, proposal, now)).toEqual(now);
  },
);

test("[IP22] taking one part back leaves what was accepted or written after it", () => {
  const [, first] = changes[4] ?? [];
  const [, second] = changes[0] ?? [];
  if (first === undefined || second === undefined) throw new Error("no cases");
  const both = { ...withProposal(withProposal(now, first), second), task: "Write a letter." };
  expect(withoutProposal(both, first, now)).toEqual({ ...now, role: "a poet", task: "Write a letter." });
});

test("[IP22] a part that was edited after it was accepted goes back to what it was before", () => {
  const proposal: Proposal = { part: "role", value: "a poet", reason: "" };
  const edited = { ...withProposal(now, proposal), role: "a tired poet" };
  expect(withoutProposal(edited, proposal, now).role).toBe("a clerk");
});

test("[IP20] what is there already is not proposed again, whatever the order of its fields", () => {
  expect(holds(now, constraint({ n: 100, op: "at-most", kind: "words" }))).toBe(true);
  expect(withProposal(now, constraint({ kind: "exclude", words: ["very"] }))).toEqual(now);
  expect(inPlaceOf(now, constraint({ kind: "words", op: "exactly", n: 5 }))).toEqual(now.constraints[0]);
  expect(inPlaceOf(now, constraint({ kind: "exclude", words: ["so"] }))).toBeUndefined();
});

test("[IP21] a prompt that is full takes another value of a kind it has, and no more", () => {
  const many = Array.from({ length: MAX_CONSTRAINTS - 1 }, (_, n) => ({
    kind: "other" as const,
    text: `Rule ${n}.`,
  }));
  const full = { ...now, constraints: [{ kind: "words" as const, op: "at-most" as const, n: 100 }, ...many] };
  expect(hasRoomFor(full, constraint({ kind: "words", op: "at-most", n: 60 }))).toBe(true);
  expect(hasRoomFor(full, constraint({ kind: "lines", op: "exactly", n: 4 }))).toBe(false);
});

test("[IP23] every part that was recognised can be taken over one by one, and together they are the prompt", () => {
  const whole: PartsPrompt = partsPromptSchema.parse({
    ...now,
    audience: "adults",
    opening: "Dear all",
    closing: "thanks",
    format: "a letter",
    extra: "Be brief.",
    examples: [{ input: "a", output: "b" }],
    steps: true,
  });
  const proposals = proposalsFrom(whole, (part) => `found ${part}`);
  expect(proposals.find(({ part }) => part === "tone")?.reason).toBe("found tone");
  const empty = partsPromptSchema.parse({ kind: "parts" });
  expect(proposals.reduce(withProposal, empty)).toEqual(whole);
});
