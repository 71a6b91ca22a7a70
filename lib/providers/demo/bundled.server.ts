import "server-only";
import type { Message } from "#lib/base/message.ts";
import { answersByPrompt, messagesKey } from "#lib/library/bundled.ts";
import { loadLessons } from "#lib/library/library.server.ts";

/** Far longer than any lesson's prompt: what is longer need not be compared. */
const LONGEST_CHARS = 20_000;

let index: ReadonlyMap<string, readonly string[]> | null = null;

/**
 * The bundled answers for these messages, or undefined when no lesson compiles to them. A prompt with variables
 * has answers for each case of its lesson, and none once a value was changed.
 */
export function bundledAnswers(messages: readonly Message[]): readonly string[] | undefined {
  if (messages.reduce((sum, { content }) => sum + content.length, 0) > LONGEST_CHARS) return undefined;
  index ??= answersByPrompt(loadLessons());
  return index.get(messagesKey(messages));
}
