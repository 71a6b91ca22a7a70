import { expect, test } from "vitest";
import { MAX_CONSTRAINTS } from "#lib/base/limits.ts";
import { type PartsPrompt, partsPromptSchema } from "#lib/prompt/schema.ts";
import {
  areRivals,
  hasRoomFor,
  holds,
  inPlaceOf,
  withoutProposal,
  withProposal,
  withProposals,
} from "./apply.ts";
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

test("[IP22] what was edited after it was accepted is somebody's own words, and taking back leaves it", () => {
  const role: Proposal = { part: "role", value: "a poet", reason: "" };
  const tired = { ...withProposal(now, role), role: "a tired poet" };
  expect(withoutProposal(tired, role, now)).toBe(tired);
  const shorter = constraint({ kind: "words", op: "at-most", n: 60 });
  const longer: PartsPrompt = { ...now, constraints: [{ kind: "words", op: "at-most", n: 80 }] };
  expect(withoutProposal(longer, shorter, now)).toBe(longer);
});

test("[IP22] two proposals for one place: taking the second back brings the first, taking that back what was there", () => {
  const first = constraint({ kind: "words", op: "at-most", n: 60 });
  const second = constraint({ kind: "words", op: "exactly", n: 50 });
  const one = withProposal(now, first);
  const both = withProposal(one, second);
  expect(withoutProposal(both, first, now)).toBe(both);
  expect(withoutProposal(both, second, one)).toEqual(one);
  expect(withoutProposal(one, first, now)).toEqual(now);
});

test("[IP22] proposals are for one place when the second would replace the first", () => {
  const words = constraint({ kind: "words", op: "at-most", n: 60 });
  expect(areRivals(words, constraint({ kind: "words", op: "exactly", n: 5 }))).toBe(true);
  expect(areRivals(words, constraint({ kind: "lines", op: "exactly", n: 5 }))).toBe(false);
  const without = (word: string) => constraint({ kind: "exclude", words: [word] });
  expect(areRivals(without("so"), without("very"))).toBe(false);
  const role = (value: string): Proposal => ({ part: "role", value, reason: "" });
  expect(areRivals(role("a poet"), role("a clerk"))).toBe(true);
  expect(areRivals(role("a poet"), words)).toBe(false);
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

test("[IP21] taken over together, each that finds no room any more is left out, and so is what is there", () => {
  const rule = (n: number) => ({ kind: "other" as const, text: `Rule ${n}.` });
  const nearly = { ...now, constraints: Array.from({ length: MAX_CONSTRAINTS - 1 }, (_, n) => rule(n)) };
  const role: Proposal = { part: "role", value: "a poet", reason: "" };
  const proposals = [constraint(rule(0)), constraint(rule(98)), constraint(rule(99)), role];
  const { prompt, taken } = withProposals(nearly, proposals);
  expect(prompt.constraints).toEqual([...nearly.constraints, rule(98)]);
  expect(prompt.role).toBe("a poet");
  expect([...taken.keys()]).toEqual([proposals[1], role]);
  expect(taken.get(role)?.constraints).toHaveLength(MAX_CONSTRAINTS);
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
