import { type SentenceRule, without } from "./cut.ts";
import { ANSWER, INSTRUCTION } from "./vocabulary.ts";

const READER =
  "beginners?|newbies|novices?|child|children|kids?|teenagers?|teens|adults?|seniors|students?|pupils?|learners?|\\w+ graders?|teachers?|parents?|developers?|engineers?|programmers?|managers?|executives?|investors?|customers?|clients?|readers?|laypeople|layperson|layman|non-experts?|experts?|freshmen|undergraduates?|professionals?|patients?|tourists?|travell?ers?|stakeholders?|colleagues?|public|audience|people|someone|somebody|\\w+[- ]years?[- ]olds?";
/** "complete beginners who know Excel", up to the end of the sentence. */
const WHO = `(?:an? |the |my |our |young |very |complete |absolute |total )?(?:[\\p{L}\\d'’-]+ ){0,4}?(?:${READER})(?![\\p{L}'’])`;
const TAIL = new RegExp(
  `^(.*\\b(?:explain|describe|write|rewrite|rephrase|summari[sz]e|introduce|teach|draft|present|define|simplify|tell|create|generate|compose|outline|translate)\\b.*?),? (for|to|suitable for) (${WHO}(?:,? (?:who|whose|that|with|without|aged?|learning|new to|in|from|of)\\b[^.:;!?]{1,200})?)$`,
  "iu",
);
/** "aimed at" says by itself that a reader follows. */
const AIMED =
  /^(.*?),? (?:aimed at|intended for|targeted at) ((?:an? |the )?[\p{L}\d][\p{L}\d '’-]{1,80})$/iu;
const WHOLE = new RegExp(
  `^(?:(?:please )?write (?:it |this )?for|(?:the |my |your )?(?:target )?(?:audience|readers?) (?:is|are|will be)|target audience:|${ANSWER} (?:is|should be|must be) (?:aimed at|intended for|meant for|written for|suitable for|understandable (?:for|to|by)))\\s+([^:;]{2,300})$`,
  "i",
);

/** "The audience is …", "Write for …". */
export const frameAudience: SentenceRule = (sentence) => {
  const text = WHOLE.exec(sentence)?.[1];
  return text === undefined ? undefined : { put: { part: "audience", text }, rest: "" };
};

/** "Explain … to a ten-year-old who …", "Write … for complete beginners" at the end of an order. */
export const tailAudience: SentenceRule = (sentence) => {
  const [, thing, reader] = (INSTRUCTION.test(sentence) ? AIMED.exec(sentence) : null) ?? [];
  if (thing && reader) return { put: { part: "audience", text: reader }, rest: without(thing) };
  const match = TAIL.exec(sentence);
  const [, before, joint, text] = match ?? [];
  if (before === undefined || joint === undefined || text === undefined) return undefined;
  // "a letter to a customer", "a plan for kids to learn": the reader is part of the thing asked for.
  if (
    joint.toLowerCase() === "to" &&
    !/\b(?:explain|describe|introduce|teach|present|define|tell)\b/i.test(before)
  )
    return undefined;
  if (/\b(?:and|but)\b.*\b(?:include|use|keep|make|end|add|give)\b/i.test(text)) return undefined;
  if (/\b(?:how|why|what|when|where|whether)\b/i.test(before) && joint.toLowerCase() === "for")
    return undefined;
  return { put: { part: "audience", text }, rest: without(before) };
};
