import type { Message } from "#lib/base/message.ts";
import { wellFormed } from "#lib/base/well-formed.ts";
import { looksEnglish } from "#lib/prompt/recognise/english.ts";
import { recognise } from "#lib/prompt/recognise.ts";
import { composeReply } from "./compose.ts";
import { createRandom, seedOf } from "./random.ts";

const NOT_UNDERSTOOD =
  "This simulated reply can only follow instructions in English, and this prompt seems to be in another language.";

/**
 * A reply made by rules: it keeps the explicit instructions that it understands, about the topic that the
 * prompt names, and knows nothing. Pure: the same messages and sample always give the same text.
 */
export function simulate(messages: readonly Message[], sampleIndex: number): string {
  const said = wellFormed(messages.map(({ content }) => content).join("\n\n"));
  if (!looksEnglish(said)) return NOT_UNDERSTOOD;
  return composeReply(recognise(said).prompt, createRandom(seedOf(said) + sampleIndex * 7_919));
}
