import { LANGUAGES } from "#lib/constraints/language/names.ts";
import { constraintSchema } from "#lib/constraints/registry.ts";
import type { Cut, SentenceRule } from "./cut.ts";
import { without } from "./cut.ts";
import { ANSWER, INSTRUCTION, unquoted } from "./vocabulary.ts";

const SAYS_NO_MARKDOWN =
  /^(?:please )?(?:(?:(?:use |with )?no|do not use(?: any)?|don['’]t use(?: any)?|never use|avoid(?: using)?|without(?: any)?) (?:markdown|md)(?: (?:formatting|syntax|format|at all))?|(?:use |write (?:it )?in |answer in |reply in |respond in |output |return )?(?:only )?plain text(?: only)?|write plain text without markdown)$/i;
const SAYS_NO_TITLE =
  /^(?:please )?(?:(?:use )?no|(?:do not|don['’]t) (?:add|give|include|write|use)(?: it)?) (?:an? )?title$/i;
const TAIL_NO_MARKDOWN =
  /^(.+?),? (?:(?:with(?:out| no) (?:any )?|no )markdown(?: formatting)?|(?:in|as) plain text(?: only)?|plain text only)$/i;

/** "No markdown.", "Plain text only." */
export const wholeNoMarkdown: SentenceRule = (sentence) =>
  SAYS_NO_MARKDOWN.test(sentence)
    ? { put: { part: "constraints", constraint: { kind: "no-markdown" } }, rest: "" }
    : SAYS_NO_TITLE.test(sentence)
      ? { put: { part: "constraints", constraint: { kind: "no-markdown", what: "title" } }, rest: "" }
      : undefined;

/** "Write … in plain text". */
export const tailNoMarkdown: SentenceRule = (sentence) => {
  const before = TAIL_NO_MARKDOWN.exec(sentence)?.[1];
  if (
    before === undefined ||
    !INSTRUCTION.test(sentence) ||
    /\b(?:convert|parse|turn|extract|strip)\b/i.test(before)
  )
    return undefined;
  return { put: { part: "constraints", constraint: { kind: "no-markdown" } }, rest: without(before) };
};

const JSON_ORDER =
  /^(?:please )?(?:only )?(?:return|respond|reply|answer|output|produce|give|provide)\b(?: me| us)?(?: only| just)?(?: the (?:answer|result|output|response))?(?: with| in| as| using)?(?: only| just)?(?: an?| one| the)?(?: single)?(?: valid)? json\b(?: (?:object|format|only))*/i;
const JSON_WITH =
  /^,? (?:only,? )?(?:(?:with|containing|using|that has|has) )?(?:exactly )?(?:the |these |two |three |four )?(?:following )?(?:keys?|fields?)(?: named| called)?:? (.+)$/is;
const TAIL_JSON =
  /^(.+?),? (?:in|as) (?:valid )?json(?: format)?(?: only)?(,? with (?:the )?(?:keys?|fields?):? .+)?$/is;

/** "Respond in JSON with keys a, b". A key with a description keeps its words and still gives the check. */
export const wholeJson: SentenceRule = (sentence) => {
  const order = JSON_ORDER.exec(sentence);
  if (order === null) return undefined;
  return jsonCut(sentence, "", sentence.slice(order[0].length));
};

/** "Extract … as JSON with keys a and b". */
export const tailJson: SentenceRule = (sentence) => {
  const match = TAIL_JSON.exec(sentence);
  if (
    match?.[1] === undefined ||
    !INSTRUCTION.test(sentence) ||
    /\b(?:parse|read|explain|why|how)\b/i.test(match[1])
  )
    return undefined;
  return jsonCut(sentence, without(match[1]), match[2] ?? "");
};

function jsonCut(sentence: string, rest: string, said: string): Cut {
  const listed = JSON_WITH.exec(said)?.[1];
  const keys = listed === undefined ? [] : keysOf(listed);
  const clean = keys !== undefined && (listed !== undefined || /^(?: only)?,?$/.test(said));
  const constraint =
    keys !== undefined && keys.length > 0 ? ({ kind: "json", keys } as const) : ({ kind: "json" } as const);
  return { put: { part: "constraints", constraint: { ...constraint } }, rest: clean ? rest : sentence };
}

/** "name, price and colour" → the keys; undefined when more is said about them. */
function keysOf(list: string): string[] | undefined {
  const keys = list
    .split(/\s*,\s*(?:and\s+)?|\s+and\s+/i)
    .map((key) => (unquoted(key) ?? key).replace(/^`(.*)`$/, "$1").trim());
  return keys.length <= 50 && keys.every((key) => /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(key)) ? keys : undefined;
}

const CODES = new Map(Object.entries(LANGUAGES).map(([code, name]) => [name.toLowerCase(), code]));
const NAME = `(${[...CODES.keys()].join("|")})`;
const WHOLE_LANGUAGE = new RegExp(
  `^(?:please )?(?:only )?(?:answer|reply|respond|write|output|${ANSWER} (?:must|should) be)(?: ${ANSWER})?(?: only)? in ${NAME}(?: only)?$`,
  "i",
);
const TAIL_LANGUAGE = new RegExp(
  `^((?:please )?(?:write|compose|draft|generate|create|give|explain|describe|summari[sz]e|answer|reply|respond)\\b.+?),? in ${NAME}$`,
  "i",
);

/** "Answer in Spanish." */
export const wholeLanguage: SentenceRule = (sentence) => languageCut(WHOLE_LANGUAGE.exec(sentence)?.[1], "");

/** "Write a letter to my landlord in German". */
export const tailLanguage: SentenceRule = (sentence) => {
  const match = TAIL_LANGUAGE.exec(sentence);
  // "how to greet someone in Japanese" asks about the language.
  if (match?.[1] === undefined || /\b(?:how|words?|say|said|mean|phrases?|difference)\b/i.test(match[1]))
    return undefined;
  return languageCut(match[2], without(match[1]));
};

function languageCut(name: string | undefined, rest: string): Cut | undefined {
  const constraint = constraintSchema.safeParse({
    kind: "language",
    code: CODES.get(name?.toLowerCase() ?? ""),
  });
  return constraint.success ? { put: { part: "constraints", constraint: constraint.data }, rest } : undefined;
}

const SAYS_STEPS =
  /^(?:please )?(?:(?:let['’]?s )?(?:think|work|reason|go)(?: (?:about|through) (?:it|this|the problem))?(?: (?:it|this))?(?: out)?(?: carefully)?,?|think carefully(?: and)?,?)(?: through (?:it|this|the problem))? step[- ]by[- ]step(?:(?: and then|,? then| before (?:you )?(?:give|giv)(?:ing)?(?: (?:the|your) (?:final )?answer)?| before (?:you )?answer(?:ing)?)(?: (?:give|state|answer)?(?: (?:the|your))?(?: final)?(?: answer)?)?)?$/i;

/** "Think step by step." A step-by-step guide is another thing. */
export const wholeSteps: SentenceRule = (sentence) =>
  SAYS_STEPS.test(sentence) ? { put: { part: "steps" }, rest: "" } : undefined;

const SAYS_FORMAT =
  /^(?:please )?(?:(?:return|output|reply|respond|answer)(?: with| in)? (?:only|just) |(?:only|just) (?:return|output|reply|respond|answer) |(?:return|output|reply|respond|answer) .{1,60} (?:only|and nothing else)(?:,|$)|format (?:the|your|it|this|each|every|as) |(?:present|give|show|return|output|put|write) (?:it|them|this|the (?:answer|result|results|output|data|list)|your (?:answer|response)) (?:in|as|into|using|with) (?:a |an |the )?[\w -]*(?:table|csv|yaml|xml|html|list|bullets?|json|code block|markdown)\b|use (?:a |the )?(?:following |this )?(?:markdown )?(?:table|format)\b)/i;

/** "Return only the four lines, with no title." The sentence itself is the format. */
export const wholeFormat: SentenceRule = (sentence) =>
  SAYS_FORMAT.test(sentence) ? { put: { part: "format", text: sentence }, rest: "" } : undefined;
