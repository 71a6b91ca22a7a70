import { expect, test } from "vitest";
import { pairMessages, rubricMessages } from "./judge-prompt.ts";

const criterion = { id: "criterion-id", text: "The tone is joyful.\nNot sad." };
const FENCE = /^\[\[TEXT (\d) ([0-9a-f]{16})\]\]$/gm;

test("[JD6] the judge sees the criterion and the texts in order, and no id or side", () => {
  const [system, user] = pairMessages(criterion, "the first text", "the second text");
  const all = `${system?.content}\n${user?.content}`;
  expect(user?.content).toContain("Criterion: The tone is joyful. Not sad.");
  expect(all.indexOf("the first text")).toBeLessThan(all.indexOf("the second text"));
  expect(all).not.toMatch(/criterion-id|before|after|variant|\bside\b/i);
});

test("[JD7] each call has a fence of its own, named in the rules and declared untrusted", () => {
  const codes = Array.from({ length: 20 }, () => {
    const [system, user] = pairMessages(criterion, "one", "two");
    const found = [...(user?.content ?? "").matchAll(FENCE)];
    expect(found.map(([, number]) => number)).toEqual(["1", "2"]);
    expect(found[0]?.[2]).toBe(found[1]?.[2]);
    expect(system?.content).toContain(found[0]?.[2]);
    expect(system?.content).toMatch(/untrusted/);
    return found[0]?.[2];
  });
  expect(new Set(codes).size).toBe(20);
});

test("[JD4] a rubric numbers its items and asks a quote for each", () => {
  const [system, user] = rubricMessages([criterion, { id: "x", text: "Ends with hope." }], "a text");
  expect(user?.content).toContain("1. The tone is joyful. Not sad.\n2. Ends with hope.\n");
  expect(system?.content).toMatch(/"quote"/);
  expect(`${system?.content}${user?.content}`).not.toContain("criterion-id");
});
