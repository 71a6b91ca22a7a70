import type { Comparison } from "#lib/comparison/schema.ts";
import { secretsIn } from "#lib/prompt/coach/secrets.ts";
import { compile } from "#lib/prompt/compile.ts";

/** Whether something in these texts looks like a key or a password, as the coach would see it. */
export function holdsSecret(comparison: Comparison, answers: readonly string[]): boolean {
  const texts = [
    comparison.title,
    comparison.note,
    ...comparison.variants.flatMap(({ prompt }) => compile(prompt).messages.map(({ content }) => content)),
    ...comparison.cases.flatMap(({ values }) => Object.values(values)),
    ...answers,
  ];
  return texts.some((text) => secretsIn(text).length > 0);
}
