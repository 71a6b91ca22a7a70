import { wholePrompt } from "../find.ts";
import { shotsOf } from "../shots.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

/** A shorter input ("yes", a name) may stand anywhere by chance. */
const LEAST_CHARS = 16;

export const leakingExamples: CoachRule = {
  id: "leaking-examples",
  title: "An example that gives the answer away",
  why: "When an example holds the very text of the task, the model copies its answer, and the result says nothing about the prompt.",
  example: {
    before: "(an example with the ticket that is to be classified)",
    after: "(examples with other tickets)",
  },
  source: SOURCES.calibrate,
  anyLanguage: true,
  find: ({ prompt, fields }) => {
    const rest = fields
      .filter(({ part }) => part !== "examples")
      .map(({ text }) => text.toLowerCase())
      .join("\n");
    // In one text the example itself is the first time.
    const own = prompt.kind === "parts" ? 0 : 1;
    const shots = shotsOf(prompt);
    const leaking = shots.findIndex(({ input }, at) => {
      const text = input.trim().toLowerCase();
      const twins = shots.filter((shot, other) => other !== at && shot.input.trim().toLowerCase() === text);
      return text.length >= LEAST_CHARS && rest.split(text).length - 1 > own + (own === 1 ? twins.length : 0);
    });
    return leaking === -1
      ? []
      : wholePrompt(`Example ${leaking + 1} is the very text that the task asks about. Use another one.`);
  },
};
