import { asksForReaders, namesAudience } from "../asks.ts";
import { wholePrompt } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

/** A long prompt says who it is for in ways that no list of words knows. */
const LONG_WORDS = 40;

export const noAudience: CoachRule = {
  id: "no-audience",
  title: "Nobody is named who will read it",
  why: "The same topic is another text for a child, a customer and a colleague. One clause about the reader changes more than any adjective.",
  example: {
    before: "Explain photosynthesis.",
    after: "Explain photosynthesis to a ten-year-old who looks at a plant on the windowsill.",
  },
  source: SOURCES.anthropic,
  find: (input) =>
    input.words <= LONG_WORDS && asksForReaders(input) && !namesAudience(input)
      ? wholePrompt("Who is it for? Name the reader and what they know already.")
      : [],
};
