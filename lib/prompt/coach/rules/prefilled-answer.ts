import { SOURCES } from "../sources.ts";
import type { CoachFinding, CoachRule } from "../types.ts";

/** The last line speaks for the model: "Assistant: Sure, here is", "Answer: {". */
const PREFILL =
  /(?:^|\n)[ \t]*(?:(?:assistant|ai|chatgpt|claude|gpt|bot|model)[ \t]*:[^\n]{0,120}|(?:answer|response|output|json|result|reply)[ \t]*:[ \t]*(?:sure\b|of course\b|certainly\b|here (?:is|are)\b|[{[<`])[^\n]{0,60})\s*$/i;
/** A chat that was pasted ends like that as well. */
const EARLIER = /(?:^|\n)[ \t]*(?:assistant|ai|chatgpt|claude|gpt|bot|model)[ \t]*:/gi;

export const prefilledAnswer: CoachRule = {
  id: "prefilled-answer",
  title: "Words put into the model’s mouth",
  why: "Ending on “Assistant: Sure, here is” once made models go on from there. Several current models refuse an assistant message that is begun for them, and in the prompt it is one more line to read. Ask for the first line instead.",
  example: {
    before: "List the cities as JSON.\nAssistant: Sure, here is the JSON: {",
    after: "List the cities as JSON. Answer with the JSON object alone, starting with {.",
  },
  source: SOURCES.anthropicPrefill,
  anyLanguage: true,
  find: ({ fields }) =>
    fields.flatMap(({ path, text }, field): CoachFinding[] => {
      const match = path === "text" || path === "extra" || path === "task" ? PREFILL.exec(text) : null;
      if (match === null || (text.match(EARLIER)?.length ?? 0) > 1) return [];
      const start = match.index + (match[0].length - match[0].trimStart().length);
      return [
        {
          message:
            "Several current models no longer take an answer that is begun for them. Ask for the first line instead.",
          field,
          start,
          end: match.index + match[0].trimEnd().length,
        },
      ];
    }),
};
