import type { CoachInput } from "./types.ts";

/** "Write …", "Can you draft …", "I need …": an order to make a text, up to the thing that is asked for. */
const ORDER =
  "(?:(?:^|[.!?:]\\s{1,3}|\\n)\\s{0,3}(?:please |now |hi,? |hey,? )?|\\b(?:please|(?:can|could|would) you|help me|i want you to|i need you to|i need|i want)\\s+(?:please )?)";
const MAKE = "(?:write|generate|create|draft|compose|make|produce|give|prepare|come up with)";
const THING = "(?:me |us )?(?:a|an|the|some|my|our)? ?(?:[\\p{L}-]+ ){0,3}?";
/** Texts whose form is known by their name. */
const FORMED =
  /\b(?:user|bug|code|cover|success|status|error|crash|police|weather|test) (?:stor(?:y|ies)|reports?|reviews?|letters?)\b|\btext (?:message|file|editor)/i;
/** Texts that can be a paragraph or ten pages. */
const PROSE =
  "(?:articles?|essays?|blog ?posts?|posts?|stor(?:y|ies)|poems?|reports?|guides?|speech|summar(?:y|ies)|biograph(?:y|ies)|introduction|newsletters?|tutorials?|descriptions?|text|rap|song|review|overview)";
const PROSE_ORDER = new RegExp(`${ORDER}${MAKE} ${THING}${PROSE}\\b|${ORDER}write about\\b`, "iu");
const SUMMARISE = new RegExp(`${ORDER}summari[sz]e\\b`, "iu");
/** Texts that are another text for each reader. */
const FOR_READERS = new RegExp(
  `${ORDER}${MAKE} ${THING}(?:articles?|blog ?posts?|guides?|tutorials?|brochures?|leaflets?|presentations?|lesson plans?|quiz(?:zes)?|worksheets?|workshops?)\\b`,
  "iu",
);
/** A subject, not one's own code, message or question. */
const EXPLAIN = new RegExp(
  `${ORDER}(?:explain|describe|teach)\\s+(?!(?:me|us|to|what|why|how|this|these|those|that|any|each|every|all|terms?|a term|the (?:following|above|attached|enclosed|code|error|regex|output|image|picture|steps|meaning|joke|ending|themes?|symbolism|moral|quote|lyrics|significance)|my|our|your|it|yourself|in)\\b)`,
  "iu",
);

/** The prompt asks for a text whose length is open. */
export function asksForProse({ told }: CoachInput): boolean {
  return (PROSE_ORDER.test(told) && !FORMED.test(told)) || SUMMARISE.test(told);
}

/** The prompt asks for something that depends on who reads it, and asks for it first: "explain" is a rule further on. */
export function asksForReaders({ told }: CoachInput): boolean {
  const first = told.split("\n").slice(0, 2).join("\n");
  return EXPLAIN.test(first) || FOR_READERS.test(first);
}

/** "for dog owners", "to teenagers", "for my class": generous, because a wrong remark is worse than none. */
const AUDIENCE =
  /\b(?:(?:for|to) (?:\p{L}+[ -]){0,2}\p{L}{3,}s\b|(?:for|to|aimed at|targeting|addressed to) (?:an?|the|our|my|your|his|her|their|people|adults|kids|children|beginners|students|parents|customers|clients|colleagues|developers|engineers|managers|experts|readers|users|patients|teachers|pupils|someone|somebody|non|new|young|old|small|busy|first|grade|class|year)\b|readers?|audience|year[- ]olds?|beginners?|layperson|laypeople|layman|dummies|novices?|experts?|(?:in|using) (?:very )?(?:simple|plain|everyday) (?:terms|words|english|language)|simply|like i['’]?m|eli5|grade|graders?|class|students?|pupils?|children|kids|as if)\b/iu;

/** Somebody is named who will read it, or how the words should suit them. */
export function namesAudience({ prompt, told }: CoachInput): boolean {
  if (prompt.kind === "parts" && prompt.audience.trim() !== "") return true;
  return AUDIENCE.test(told);
}

const LENGTH_KINDS = new Set([
  ...["lines", "words", "sentences", "characters", "paragraphs", "bullets", "sections", "one-of", "json"],
  ...["number", "two-responses"],
]);

const LENGTH =
  /\b(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|single|half|few|couple of|(?:a|per) (?:sentence|line|paragraph|page|tweet|minute))(?:\s*(?:-|–|to|or)\s*\d+)?[\s-]*(?:\p{L}+[\s-]+){0,2}(?:words?|lines?|sentences?|paragraphs?|characters?|chars|bullets?|points?|items?|ideas?|titles?|headlines?|names?|questions?|examples?|steps?|stanzas?|verses?|pages?|sections?|chapters?|tweets?|tips?|reasons?|options?|slides?|rows?|columns?|minutes?|seconds?|tokens?|variants?|versions?|facts?|things|parts|criteria)\b|\b(?:short|brief|briefly|concise|concisely|succinct|quick|long|longer|detailed|comprehensive|in[- ]depth|one-liner|haiku|limerick|sonnet|tweet|table|list|bullet(?:s|ed)?|bullet points?|json|csv|yaml|xml|html|markdown|in an? (?:sentence|paragraph|page|line)|yes or no|step-by-step|outline|tl;?dr|max(?:imum)?|at most|no more than|not more than|under|less than|up to|within|sections?|same length|length)\b|\{\{/iu;

/** A length after a colon reads as material: "for those who were not there: 5 points". */
const LOOKED_AT = 240;

/** A length or a form is said: a number of something, a form, or a limit. */
export function saysLength({ prompt, told, fields }: CoachInput): boolean {
  if (prompt.kind === "parts") {
    if (prompt.format.trim() !== "" || prompt.constraints.some(({ kind }) => LENGTH_KINDS.has(kind)))
      return true;
  }
  return LENGTH.test(told) || fields.some(({ text }) => LENGTH.test(text.slice(0, LOOKED_AT)));
}
