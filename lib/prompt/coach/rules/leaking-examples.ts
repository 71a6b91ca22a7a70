import { wholePrompt } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

export const leakingExamples: CoachRule = {
  id: "leaking-examples",
  title: "An example that gives the answer away",
  why: "When an example holds the very text of the task, the model copies its answer and the result says nothing.",
  example: {
    before: "(an example with the ticket that is to be classified)",
    after: "(examples with other tickets)",
  },
  source: SOURCES.anthropicExamples,
  find: ({ prompt, fields }) => {
    if (prompt.kind !== "parts") return [];
    const rest = fields
      .filter(({ part }) => part !== "examples")
      .map(({ text }) => text)
      .join("\n")
      .toLowerCase();
    const leaking = prompt.examples.findIndex(({ input }) => {
      const text = input.trim().toLowerCase();
      return text.length >= 20 && rest.includes(text);
    });
    return leaking === -1
      ? []
      : wholePrompt(`Example ${leaking + 1} is the very text that the task asks about. Use another one.`);
  },
};
