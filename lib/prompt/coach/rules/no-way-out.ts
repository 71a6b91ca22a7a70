import { wholePrompt } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

const FROM_TEXT =
  /\b(?:answer|respond to|reply to)\b[^.\n]{0,60}\b(?:question|query|ask)[^\n]{0,80}\b(?:from|based (?:only )?on|using|with|according to)\b[^.\n]{0,40}\b(?:text|document|context|passage|article|manual|policy|notes|source|information)s?\b|\b(?:using|based (?:only )?on|from|according to)\b[^.\n]{0,40}\b(?:text|document|context|passage|article|manual|policy|notes|information)s?\b[^.\n]{0,60}\banswer\b/i;
const WAY_OUT =
  /\b(?:if (?:the|it|there|you|no|none|not)|when (?:the|it|there|you)|otherwise|unless|don'?t know|do not know|not (?:sure|found|in the|answer|say|contain)|cannot|can'?t|unknown|no answer|unsure|say so|null)\b/i;

export const noWayOut: CoachRule = {
  id: "no-way-out",
  title: "No way to say “I don’t know”",
  why: "When the answer is not in the text, a model that must answer invents one. Write down what it should say then.",
  example: {
    before: "Answer the question from the text. <text>…</text> Can I bring a dog?",
    after: "… If the text does not say, answer: The text does not say.",
  },
  source: SOURCES.anthropicHallucinations,
  find: ({ told }) =>
    FROM_TEXT.test(told) && !WAY_OUT.test(told)
      ? wholePrompt("What should it say when the text holds no answer? Write the sentence down.")
      : [],
};
