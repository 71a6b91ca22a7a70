import { findWords } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

const GRAND =
  /\b(?:you are|act as|imagine you are|pretend to be|as)\s+(?:an?|the)\s+(?:[\p{L}-]+\s+){0,3}?(?:nobel[\p{L}-]*|world[- ](?:class|renowned|leading|famous)|genius|best|greatest|smartest|leading|award[- ]winning|top|renowned)\b[^.\n]{0,60}/giu;
const QUESTION =
  /\b(?:what|which|when|who|where|how (?:many|much|long|far|old|high|big))\b[^.!?\n]{3,120}\?/i;

export const roleForFacts: CoachRule = {
  id: "role-for-facts",
  title: "A role does not add knowledge",
  why: "“You are a Nobel laureate” changes the voice, not what the model knows. For a fact, give the source instead.",
  example: {
    before: "You are a Nobel-winning astronomer. Which planet has the shortest day?",
    after: "Which planet has the shortest day? Answer with its name and the length of its day in hours.",
  },
  source: SOURCES.personas,
  find: (input) =>
    QUESTION.test(input.told) && input.told.trim().length < 400
      ? findWords(input, {
          pattern: GRAND,
          message: () =>
            "A grand title changes the tone, not the facts. For a fact, give a source or ask for one.",
        })
      : [],
};
