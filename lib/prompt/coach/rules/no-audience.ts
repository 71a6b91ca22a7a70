import { asksToExplain, namesAudience } from "../asks.ts";
import { wholePrompt } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

/** A long prompt says who it is for in ways that no list of words knows. */
function isShort(told: string): boolean {
  return told.trim().split(/\s+/).length <= 40;
}

export const noAudience: CoachRule = {
  id: "no-audience",
  title: "Nobody is named who will read it",
  why: "The same topic is another text for a child, a customer and a colleague. One clause about the reader changes more than any adjective.",
  example: {
    before: "Explain photosynthesis.",
    after: "Explain photosynthesis to a ten-year-old who looks at a plant on the windowsill.",
  },
  source: SOURCES.gemini,
  find: (input) =>
    asksToExplain(input) && !namesAudience(input) && isShort(input.told)
      ? wholePrompt("Who will read this? Name the reader and what they know already.")
      : [],
};
