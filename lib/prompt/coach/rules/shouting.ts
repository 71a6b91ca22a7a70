import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

export const shouting: CoachRule = {
  id: "shouting",
  title: "Capitals and exclamation marks",
  why: "Shouted rules were a remedy for weak models; strong ones overdo what is shouted. Say it plainly and say why.",
  example: {
    before: "IMPORTANT!!! NEVER EVER USE LONG SENTENCES!!!",
    after: "Use sentences of at most 15 words, because the text is read aloud.",
  },
  source: SOURCES.anthropicMigration,
  find: (input) =>
    findWords(input, {
      pattern:
        /\b(?:[A-Z]{4,}[ ,!]+){2,}[A-Z]{3,}\b!*|!{2,}|\b(?:VERY IMPORTANT|EXTREMELY IMPORTANT|CRITICAL|MUST ALWAYS|NEVER EVER)\b/g,
      message: () =>
        "Shouting makes a rule louder than the others, not clearer. Say it plainly and give the reason.",
      fix: (words) => (/^!+$/.test(words) ? { label: "Make it a full stop", replacement: "." } : undefined),
    }),
};
