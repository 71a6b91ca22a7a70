import "server-only";
import type { Message } from "#lib/base/message.ts";
import { loadLessons } from "#lib/library/library.server.ts";
import { compile } from "#lib/prompt/compile.ts";

/** Far longer than any lesson's prompt: what is longer need not be compared. */
const LONGEST_CHARS = 20_000;

let index: ReadonlyMap<string, readonly string[]> | null = null;

/** The bundled answers for these messages, or undefined when no lesson compiles to them. */
export function bundledAnswers(messages: readonly Message[]): readonly string[] | undefined {
  if (messages.reduce((sum, { content }) => sum + content.length, 0) > LONGEST_CHARS) return undefined;
  index ??= indexLessons();
  return index.get(normalised(messages));
}

function indexLessons(): Map<string, readonly string[]> {
  const byMessages = new Map<string, readonly string[]>();
  for (const lesson of loadLessons()) {
    for (const { id, prompt } of lesson.comparison.variants) {
      const texts = lesson.answers.get(id)?.map(({ text }) => text) ?? [];
      byMessages.set(normalised(compile(prompt).messages), texts);
    }
  }
  return byMessages;
}

/** White space is how a prompt was typed, not what it says. */
function normalised(messages: readonly Message[]): string {
  return JSON.stringify(
    messages.map(({ role, content }) => [role, content.normalize("NFC").replace(/\s+/g, " ").trim()]),
  );
}
