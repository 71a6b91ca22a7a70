import { foldAll } from "#lib/constraints/fold.ts";

/** Characters that are not seen and would split a word for a rule but not for a model. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[\u{e0000}-\u{e007f}]/gu;

/** Runs of any length are avoided: each gap is bounded, so that the time stays linear in the text. */
const PATTERNS: readonly RegExp[] = [
  // Asks for the verdict.
  /\b(?:choose|pick|select|prefer|favou?r|vote for|rate|rank|score) (?:me|this (?:one|text|answer|output|response|version|poem)|my (?:text|answer|output|response|version|poem)|(?:text|answer|output|response|option) [12ab])\b/,
  /\b(?:this|my|the (?:first|second|other)|text [12ab]) (?:text |answer |output |response |version |poem |one )?(?:is|must be|should be) the (?:winner|better one|better text|better answer)\b/,
  /\b(?:the )?winner (?:is|must be|should be) (?:me|this|text|"?[12ab]\b)/,
  /\b(?:answer|say|reply|respond)(?: with)? "?(?:yes"? to (?:all|every|each)|winner|[12]"?(?: |$|\.))/,
  // Speaks to the one who judges.
  /\b(?:dear|hey|hello|attention|note to(?: the| my)?|message (?:to|for)(?: the)?|you are (?:the|a|an)) (?:judges?|evaluators?|graders?|assessors?|reviewers?|language model|ai)\b/,
  /\b(?:ignore|disregard|forget|override) (?:(?:all|any|the|of|these|those) ){0,3}(?:previous|above|prior|earlier|preceding|given|system|other|your|judging|all)\b.{0,20}\b(?:instructions?|rules?|criteri(?:on|a)|prompts?|texts?|answers?)\b/,
  // Plays the judge's part, the system's, or the fence.
  /"winner" ?: ?"?(?:[12]|tie|first|second)\b|"item" ?: ?\d.{0,200}"answer" ?: ?"?(?:yes|no|true)\b/,
  /<\|(?:im_start|im_end|system|user|assistant|end)\b|\[\/?inst\]|<\/?system>|\[\[(?:text|end)\b/,
  // The same request in other languages that people here are likely to meet.
  /\b(?:wahle?|waehle?|wähle?|bevorzuge|nimm) (?:mich|diesen text|diese antwort)\b/,
  /\b(?:choisis(?:sez)?|préfère|préférez)(?:-moi| ce texte| cette réponse)/,
  /\b(?:elíg[ea]me|elige este texto|escoge este texto|elige esta respuesta)/,
  /选择(?:我|这个)|選(?:んでください|我)|выбери(?:те)? (?:меня|этот)/,
];

/**
 * Whether a text asks its judge for something: to be chosen, to drop the rules, to take words as a verdict.
 * A list of known ways to say it, not a proof: a text that is not found here may still try.
 */
export function speaksToJudge(text: string): boolean {
  const plain = foldAll(text.replace(UNSEEN, "").normalize("NFKC")).replace(/ +/g, " ");
  return PATTERNS.some((pattern) => pattern.test(plain));
}
