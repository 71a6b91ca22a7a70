import type { Message } from "#lib/base/message.ts";
import { wellFormed } from "#lib/base/well-formed.ts";
import { looksEnglish } from "#lib/prompt/recognise/english.ts";
import { recognise } from "#lib/prompt/recognise.ts";
import type { PartsPrompt } from "#lib/prompt/schema.ts";
import { composeReply } from "./compose.ts";
import { createRandom, seedOf } from "./random.ts";

const NOT_UNDERSTOOD =
  "This simulated reply can only follow instructions in English, and this prompt seems to be in another language.";

/** What the simulator hears of a prompt: instructions stand at its beginning, and hearing takes time. */
const HEARD_CHARS = 20_000;

interface Heard {
  seed: number;
  /** Null when it is not in English. */
  prompt: PartsPrompt | null;
}

/** All samples of a cell come with the same messages; what was heard goes when they do. */
const heardBefore = new WeakMap<readonly Message[], Heard>();

/**
 * A reply made by rules: it keeps the explicit instructions that it understands, about the topic that the
 * prompt names, and knows nothing. The same messages and sample always give the same text; the messages
 * must not change once they were handed over.
 */
export function simulate(messages: readonly Message[], sampleIndex: number): string {
  const heard = heardBefore.get(messages) ?? hear(messages);
  heardBefore.set(messages, heard);
  if (heard.prompt === null) return NOT_UNDERSTOOD;
  return composeReply(heard.prompt, createRandom(heard.seed + sampleIndex * 7_919));
}

function hear(messages: readonly Message[]): Heard {
  const beginnings = messages.map(({ content }) => content.slice(0, HEARD_CHARS));
  const said = wellFormed(beginnings.join("\n\n").slice(0, HEARD_CHARS));
  return { seed: seedOf(said), prompt: looksEnglish(said) ? recognise(said).prompt : null };
}
