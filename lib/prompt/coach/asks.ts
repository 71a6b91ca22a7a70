import type { CoachInput } from "./types.ts";

/** Verbs that ask for a text to be made, at the start of a sentence or after "please", "can you". */
const WRITE =
  /(?:^|[.!?\n:]\s*|\b(?:please|can you|could you|help me|i want you to|i need you to)\s+)(write|generate|create|draft|compose|make|produce|give me|come up with|prepare|tell me)\b(?!\s+(?:sure|a (?:decision|choice)))/i;
const EXPLAIN =
  /(?:^|[.!?\n:]\s*|\b(?:please|can you|could you)\s+)(explain|describe|teach|introduce|outline)\b/i;

/** The prompt asks for a text of some length, not for a fact, a label or a change to a given text. */
export function asksForText({ told }: CoachInput): boolean {
  return WRITE.test(told) || EXPLAIN.test(told);
}

export function asksToExplain({ told }: CoachInput): boolean {
  return EXPLAIN.test(told);
}

/** Somebody is named who will read it, or the way the words should suit them. */
export function namesAudience({ prompt, told }: CoachInput): boolean {
  if (prompt.kind === "parts" && prompt.audience.trim() !== "") return true;
  return AUDIENCE.test(told);
}

const AUDIENCE =
  /\b(?:(?:for|to|aimed at|targeting|addressed to) (?:an?|the|our|my|your|people|adults|kids|children|beginners|students|parents|customers|clients|colleagues|developers|engineers|managers|experts|readers|users|patients|teachers|pupils|someone|somebody|non-|new )|readers?|audience|year[- ]olds?|beginners?|layperson|laypeople|in (?:simple|plain) (?:terms|words|english|language)|like i'?m|eli5|grade level|grader)\b/i;

/** A length or a shape is said: a number of something, a form, or a limit. */
export function saysLength({ prompt, told }: CoachInput): boolean {
  if (prompt.kind === "parts" && (prompt.format.trim() !== "" || prompt.constraints.some(isLength)))
    return true;
  return LENGTH.test(told);
}

function isLength({ kind }: { kind: string }): boolean {
  return LENGTH_KINDS.has(kind);
}

const LENGTH_KINDS = new Set([
  ...["lines", "words", "sentences", "characters", "paragraphs", "bullets", "sections", "one-of", "json"],
  ...["number", "two-responses"],
]);

const LENGTH =
  /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|single|half|few hundred)(?:\s*(?:-|–|to|or)\s*\d+)?[\s-]*(?:\p{L}+[\s-]+){0,2}(?:words?|lines?|sentences?|paragraphs?|characters?|bullets?|points?|items?|ideas?|titles?|headlines?|names?|questions?|examples?|steps?|stanzas?|verses?|pages?|sections?|tweets?|tips?|reasons?|options?|slides?|rows?|columns?|minutes?|tokens?|variants?|versions?|facts?|recipes?|subject lines?)\b|\b(?:short|brief|briefly|concise|concisely|one-liner|haiku|limerick|sonnet|tweet|table|list of|bullet points?|json|csv|yaml|xml|html|markdown|in a sentence|one word|yes or no|step-by-step|outline|tl;?dr|max(?:imum)?|at most|no more than|under|less than|up to|within)\b/iu;
