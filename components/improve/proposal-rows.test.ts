import { expect, test } from "vitest";
import { engine } from "#components/playground/engine-core.ts";
import { withProposal } from "#lib/improving/apply.ts";
import type { Proposal } from "#lib/improving/improvement.ts";
import { type PartsPrompt, partsPromptSchema } from "#lib/prompt/schema.ts";
import { acceptedNow, compared, sorted } from "./proposal-rows.ts";
import { recognised } from "./recognised.ts";

const now: PartsPrompt = partsPromptSchema.parse({
  kind: "parts",
  role: "a clerk",
  tone: ["dry"],
  constraints: [{ kind: "words", op: "at-most", n: 100 }],
  examples: [{ input: "a", output: "b" }],
});
const words = (proposal: Proposal) => compared(proposal, now, engine.phraseOf);

test("[IP20] a part is put in words beside what stands in its place", () => {
  expect(words({ part: "role", value: "a poet", reason: "" })).toEqual({
    name: "Role",
    now: "a clerk",
    proposed: "a poet",
  });
  expect(words({ part: "tone", value: ["calm", "warm"], reason: "" })).toMatchObject({
    now: "dry",
    proposed: "calm, warm",
  });
  const shorter = { kind: "words" as const, op: "at-most" as const, n: 60 };
  const { now: there, proposed } = words({ part: "constraints", value: shorter, reason: "" });
  expect([there, proposed]).toEqual([expect.stringContaining("100"), expect.stringContaining("60")]);
  expect(words({ part: "constraints", value: { kind: "lines", op: "exactly", n: 4 }, reason: "" }).now).toBe(
    "",
  );
  expect(words({ part: "steps", value: true, reason: "" })).toMatchObject({
    now: "",
    proposed: "Think step by step.",
  });
  expect(words({ part: "examples", value: [{ input: "c", output: "d" }], reason: "" })).toMatchObject({
    now: "Input: a\nOutput: b",
    proposed: "Input: c\nOutput: d",
  });
});

test("[IP20] what After holds already is named, not proposed", () => {
  const role: Proposal = { part: "role", value: "a clerk", reason: "" };
  const task: Proposal = { part: "task", value: "Write.", reason: "" };
  expect(sorted([role, task], now)).toEqual({ open: [task], already: ["Role"] });
});

test("[IP22] an accepted part is in After, was replaced by another proposal, or was edited", () => {
  const shorter: Proposal = {
    part: "constraints",
    value: { kind: "words", op: "at-most", n: 60 },
    reason: "",
  };
  const exact: Proposal = { part: "constraints", value: { kind: "words", op: "exactly", n: 50 }, reason: "" };
  const role: Proposal = { part: "role", value: "a poet", reason: "" };
  const one = withProposal(now, shorter);
  const both = withProposal(one, exact);
  expect(acceptedNow(shorter, [], one)).toBe("held");
  expect(acceptedNow(shorter, [role, exact], both)).toBe("replaced");
  expect(acceptedNow(exact, [], both)).toBe("held");
  expect(acceptedNow(shorter, [role], { ...one, constraints: [] })).toBe("edited");
  expect(acceptedNow(role, [], { ...one, role: "a tired poet" })).toBe("edited");
});

test("[IP23] what the rules recognise quotes the words that it came from", () => {
  const text = "Act as an expert nature poet. Write a four-line poem about a lake.";
  const found = recognised(engine, { kind: "text", text });
  const reasonOf = (part: string) => found.find((proposal) => proposal.part === part)?.reason;
  expect(found.map(({ part }) => part)).toEqual(["role", "task", "constraints"]);
  expect(reasonOf("role")).toBe("From “Act as an expert nature poet”.");
  expect(reasonOf("task")).toBe("What remains of your words.");
  expect(recognised(engine, now).every(({ reason }) => reason === "As it stands in Before.")).toBe(true);
});
