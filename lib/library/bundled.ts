import type { Message } from "#lib/base/message.ts";
import { EMPTY_CASE } from "#lib/comparison/plan.ts";
import { compile } from "#lib/prompt/compile.ts";
import type { Lesson } from "./lesson.ts";

/** White space is how a prompt was typed, not what it says. */
export function messagesKey(messages: readonly Message[]): string {
  return JSON.stringify(
    messages.map(({ role, content }) => [role, content.normalize("NFC").replace(/\s+/g, " ").trim()]),
  );
}

/**
 * The bundled texts of every prompt of every lesson, filled in by each of its cases, by `messagesKey`.
 * Throws an Error when one prompt has two sets of answers: the demo could not tell which to replay.
 */
export function answersByPrompt(lessons: readonly Lesson[]): ReadonlyMap<string, readonly string[]> {
  const byPrompt = new Map<string, readonly string[]>();
  for (const { slug, comparison, answers } of lessons) {
    const cases = comparison.cases.length === 0 ? [EMPTY_CASE] : comparison.cases;
    for (const { id, prompt } of comparison.variants) {
      for (const each of cases) {
        const key = messagesKey(compile(prompt, each.values).messages);
        const texts = (answers.get(id) ?? [])
          .filter((answer) => answer.case === each.id)
          .map(({ text }) => text);
        const known = byPrompt.get(key);
        if (known !== undefined && JSON.stringify(known) !== JSON.stringify(texts)) {
          throw new Error(`lesson ${slug}: "${id}" has the prompt of another variant and other answers`);
        }
        byPrompt.set(key, texts);
      }
    }
  }
  return byPrompt;
}
