import { wholePrompt } from "../find.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

const SOURCE =
  "(?:text|documents?|context|passages?|articles?|manual|policy|policies|notes|docs|information|excerpts?|handbook|faq|knowledge base|transcript)";
const FROM =
  "(?:using|based (?:only |solely |strictly )?(?:on|upon)|from|with(?: only)?|according to|only from|strictly from)";
const FROM_TEXT = new RegExp(
  `\\b(?:answer|respond to|reply to)\\b[^.\\n]{0,60}\\b(?:questions?|quer(?:y|ies))\\b[^.\\n]{0,60}\\b${FROM}\\b[^.\\n]{0,30}\\b${SOURCE}\\b|\\b${FROM}\\b[^.\\n]{0,30}\\b${SOURCE}\\b[^.\\n]{0,40}\\banswer\\b[^.\\n]{0,30}\\bquestions?\\b`,
  "i",
);
const WAY_OUT =
  /\b(?:if (?:the|it|there|you|no|none|not|nothing|a|an|something|unsure)|when (?:the|it|there|you|no)|where (?:the|no)|otherwise|unless|don[’']?t know|do not know|not (?:sure|found|in the|answer|say|contain|covered|mentioned|available|enough)|cannot|can['’]?t|unknown|no answer|unanswerable|unsure|say so|null|n\/a)\b/i;

export const noWayOut: CoachRule = {
  id: "no-way-out",
  title: "No way to say “I don’t know”",
  why: "When the answer is not in the text, a model that must answer invents one. Write down what it should say then.",
  example: {
    before: "Answer the question from the text. <text>…</text> Can I bring a dog?",
    after: "Answer the question from the text. If the text does not say, answer: The text does not say.",
  },
  source: SOURCES.anthropicFacts,
  find: ({ told }) =>
    FROM_TEXT.test(told) && !WAY_OUT.test(told)
      ? wholePrompt("What should it say when the text holds no answer? Write that sentence down.")
      : [],
};
