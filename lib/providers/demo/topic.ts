/** What the answer is about, named by a preposition: "a poem about nature", "the capital of France". */
const ABOUT = /\b(?:about|regarding|concerning|describing|on|of)\s+(.+)/i;
const MEANT_FOR = /\bfor\s+(.+)/i;
/** Where the topic ends and the shape of the answer begins: "tea in exactly three lines", "a lamp as JSON". */
const SHAPE =
  /\s(?:in|as|with|using|of)\s+(?:exactly|at\s+(?:least|most)|no\s+more|about|under|less|fewer|between|one|two|three|four|five|six|seven|eight|nine|ten|\d|plain|simple|bullets?|json|markdown|the\s+form)\b.*$/i;
const INSTRUCTION =
  /^(?:please\s+)?(?:(?:can|could|would) you\s+)?(?:write|generate|create|compose|draft|explain|describe|discuss|tell me|tell|list|give me|give|summari[sz]e|define|outline|compare|suggest|show me|show|make|name|find|review|introduce|what (?:is|are)|who (?:is|was)|why (?:is|are|do|does)|how (?:do|does|to|can))\b\s*(?:me|us)?\b\s*/i;
const EMPTY = /^(?:the|a|an|some|my|our|your|this|that|these|those|it)?$/i;
/** Words that a topic may not end on after it was cut to length. */
const DANGLING = /(?:\s(?:a|an|the|of|in|on|at|to|for|and|or|with|by|from|as|is|that|which))+$/i;
const MOST_WORDS = 8;

/** Stands in where a prompt names no topic that could be repeated. */
export const NO_TOPIC = "this request";

/**
 * The few words that say what a task is about, for the simulator to repeat. Only letters, digits and spaces,
 * so that it can stand inside any sentence. `NO_TOPIC` when nothing usable is found.
 */
export function topicOf(task: string): string {
  const sentence =
    task
      .slice(0, 1_000)
      .split(/[.!?\n:;(]|,\s|\s[-–—]\s/u)
      .find((part) => part.trim() !== "") ?? "";
  const whole = sentence.trim();
  const asked = whole.replace(INSTRUCTION, "");
  const about = ABOUT.exec(asked)?.[1] ?? MEANT_FOR.exec(asked)?.[1];
  const words = (about ?? asked)
    .replace(SHAPE, "")
    .replace(/[^\p{L}\p{M}\p{N}\s]/gu, " ")
    .trim()
    .split(/\s+/);
  const topic = words.slice(0, MOST_WORDS).join(" ").replace(DANGLING, "");
  // A sentence that was not understood is no topic.
  if (about === undefined && asked === whole && words.length > 3) return NO_TOPIC;
  if (EMPTY.test(topic) || !/\p{L}/u.test(topic) || topic.length > 80) return NO_TOPIC;
  // A capital at the start of the prompt says nothing; anywhere else it may be a name.
  return whole.startsWith(topic) ? topic.charAt(0).toLowerCase() + topic.slice(1) : topic;
}
