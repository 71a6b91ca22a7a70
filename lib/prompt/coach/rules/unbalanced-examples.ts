import { wholePrompt } from "../find.ts";
import { shotsOf } from "../shots.ts";
import { SOURCES } from "../sources.ts";
import type { CoachRule } from "../types.ts";

export const unbalancedExamples: CoachRule = {
  id: "unbalanced-examples",
  title: "Examples that all have the same answer",
  why: "When every example says “positive”, the model learns to say “positive”. Show each label, and mix their order.",
  example: { before: "(four examples, all “positive”)", after: "(two “positive”, two “negative”, mixed)" },
  source: SOURCES.calibrate,
  anyLanguage: true,
  find: ({ prompt }) => {
    const answers = shotsOf(prompt).map(({ output }) => output.trim().toLowerCase());
    const labels = answers.every((answer) => answer !== "" && answer.split(/\s+/).length <= 4);
    return answers.length >= 3 && labels && new Set(answers).size === 1
      ? wholePrompt(`All ${answers.length} examples answer “${answers[0]}”. Show the other answers too.`)
      : [];
  },
};
