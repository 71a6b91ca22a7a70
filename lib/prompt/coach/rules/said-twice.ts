import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

export const saidTwice: CoachRule = {
  id: "said-twice",
  title: "The same instruction twice",
  why: "Saying it again does not make it stronger; it makes the prompt longer and hides what differs. Say it once, at the right place.",
  example: {
    before: "Be brief. Use bullet points. Remember to be brief.",
    after: "Use at most 3 bullet points of 12 words.",
  },
  source: SOURCES.middle,
  find: ({ fields }) => {
    const seen = new Set<string>();
    for (const [field, { part, told }] of fields.entries()) {
      if (part === "examples") continue;
      for (const match of told.matchAll(/[^.!?\n]+[.!?]?/g)) {
        const key = match[0]
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, " ")
          .trim();
        if (key.split(" ").length < 3) continue;
        if (seen.has(key)) {
          const start = match.index + (/^\s*/.exec(match[0])?.[0].length ?? 0);
          const end = match.index + match[0].length;
          return [
            {
              message: "This sentence stands here twice. Once is enough.",
              field,
              start,
              end,
              fix: { label: "Remove the second", replacement: "" },
            },
          ];
        }
        seen.add(key);
      }
    }
    return [];
  },
};
