import type { Comparison } from "#lib/comparison/schema.ts";
import { secretInPrompt } from "#lib/prompt/coach/rules/secret-in-prompt.ts";
import { compile } from "#lib/prompt/compile.ts";

/** Whether something in these texts looks like a key or a password, as the coach would see it. */
export function holdsSecret(comparison: Comparison, answers: readonly string[]): boolean {
  const texts = [
    comparison.title,
    comparison.note,
    ...comparison.cases.flatMap(({ values }) => Object.values(values)),
    ...answers,
  ];
  return comparison.variants.some(({ prompt }) => {
    const sent = compile(prompt).messages.map(({ content }) => content);
    const fields = [...sent, ...texts].map((text) => ({ part: "text" as const, text, told: text }));
    return secretInPrompt.find({ prompt, fields, told: "" }).length > 0;
  });
}
