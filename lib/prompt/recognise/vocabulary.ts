/** Verbs an instruction starts with. Closed on purpose: what is not here is not taken apart. */
const IMPERATIVES =
  "write|create|generate|compose|draft|give|make|produce|provide|prepare|build|design|develop|plan|explain|describe|summari[sz]e|rewrite|rephrase|paraphrase|translate|list|tell|show|answer|reply|respond|return|output|review|check|analy[sz]e|compare|suggest|propose|recommend|help|teach|turn|convert|classify|extract|edit|improve|shorten|condense|outline|define|introduce|present|use|keep|limit|cut|trim|restrict|read|fix|find|name|identify|evaluate|simplify|brainstorm|proofread|correct|act|state|report|offer";

/** "please", "can you", "I want you to" in front of an instruction. */
const POLITE =
  "(?:(?:please|kindly|now|then|finally|also|hi|hello)[,!]?\\s+)*(?:(?:can|could|would|will) you (?:please )?|i (?:want|need|would like) you to |i'd like you to |your (?:task|job) is to )?(?:please )?";

/** A sentence that gives an order, as far as this vocabulary reaches. */
export const INSTRUCTION = new RegExp(`^${POLITE}(?:${IMPERATIVES})\\b`, "i");

/** The start of an instruction inside a sentence, after "and" or a comma. */
export const STARTS_INSTRUCTION = new RegExp(
  `^(?:please |kindly |you will |your task is to )?(?:${IMPERATIVES})\\b`,
  "i",
);

/** Verbs whose object is the answer itself. */
export const WRITING =
  "write|create|generate|compose|draft|give|make|produce|provide|prepare|need|want|reply with|respond with|answer with|return|output";

/** Nouns by which people call the answer. */
export const ANSWER_NOUN =
  "answer|response|reply|output|result|text|poem|story|summary|email|e-mail|mail|letter|essay|article|post|tweet|message|description|explanation|paragraph|translation|review|speech|blog post|product description|caption|headline|title|note|report|haiku|limerick|song|list|introduction|conclusion|abstract|advert|ad";

/** "it", "the poem", "your whole answer". */
export const ANSWER = `(?:it|this|everything|(?:the|your|this|each|every)\\s+(?:final\\s+|whole\\s+|entire\\s+|full\\s+)?(?:${ANSWER_NOUN})|(?:${ANSWER_NOUN})(?= (?:must|should|has to|needs to)\\b))`;

/** Opening and closing quotation marks of one quotation. */
export const QUOTED =
  "[“\"«„][^“”\"«»„]{1,600}[”\"»“]|(?<![\\p{L}\\p{N}])['‘][^'‘’\\n]{1,200}['’](?![\\p{L}\\p{N}])";

/** The inside of a text that is one quotation, else undefined. */
export function unquoted(text: string): string | undefined {
  const match = /^(?:[“"«„]([^“”"«»„]+)[”"»“]|['‘]([^'‘’]+)['’])[.,]?$/.exec(text.trim());
  return (match?.[1] ?? match?.[2])?.trim();
}
