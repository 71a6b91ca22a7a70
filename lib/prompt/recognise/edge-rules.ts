import { capitalised, type SentenceRule, without } from "./cut.ts";
import { ANSWER, QUOTED, unquoted } from "./vocabulary.ts";

const STARTS = "(?:starts?|begins?|open)(?:ning)?";
const ENDS = "(?:ends?|finish(?:es)?|close|closes|conclude|concludes)";
const KIND =
  "(?:(?:exactly )?(?:the|this|these) (?:exact )?(?:following )?(?<noun>lines?|sentence|words?|phrase|text)|exactly|the following)";
const OPENING = new RegExp(
  `^(?:please )?(?:and )?(?:make sure (?:that )?)?(?:${ANSWER} )?(?:(?:should|must|has to|needs to) |always )?${STARTS} (?:${ANSWER} )?(?:off )?with:? ?(?:${KIND})?\\s*[,:]?\\s*(?<said>\\S.*)$`,
  "isu",
);
const TAIL_OPENING = new RegExp(
  `^(?<before>.+?),? (?:that (?:starts|begins)|starting|beginning|and (?:start|begin)(?: ${ANSWER})?) with (?:${KIND}\\s*)?[,:]?\\s*(?<said>${QUOTED})$`,
  "iu",
);
const CLOSING = new RegExp(
  `^(?:please )?(?:and )?(?:then )?(?:finally,? )?(?:${ANSWER} )?(?:(?:should|must|has to|needs to) |always )?${ENDS} (?:${ANSWER} )?(?<how>with|by|on):? ?(?:${KIND})?\\s*[,:]?\\s*(?<said>\\S.*)$`,
  "isu",
);
const TAIL_CLOSING = new RegExp(
  `^(?<before>.+?),? (?:and|then|and then) (?<closing>${ENDS} (?:${ANSWER} )?(?:with|by) .+)$`,
  "iu",
);

const ANOTHER_WISH =
  /(?:, | and | but )(?:do not|don['’]?t|never|no|use|keep|write|make|avoid|include|mention|add|give|return|be|answer|reply)\b/i;

/** "The poem should start with the line, “…”." Literal text only: "start with a joke" stays a sentence. */
export const frameOpening: SentenceRule = (sentence, stop) => {
  const groups = OPENING.exec(sentence)?.groups;
  const said = groups?.said?.trim();
  if (said === undefined) return undefined;
  const quote = wholeQuote(said);
  const noun = groups?.noun?.toLowerCase() ?? "";
  if (quote !== undefined) return startsWith(quote, noun, "");
  // Without quotation marks only "this line: …" says that the words themselves are meant.
  const announced =
    /\b(?:this|these|the following|exact|exactly)\b[^:]{0,40}:\s*\S/i.test(sentence) && noun !== "";
  return announced && !/[“”"]/.test(said) ? startsWith(said + stop, noun, "") : undefined;
};

/** "Write a poem starting with “…”". */
export const tailOpening: SentenceRule = (sentence) => {
  const groups = TAIL_OPENING.exec(sentence)?.groups;
  const quote = groups?.said === undefined ? undefined : wholeQuote(groups.said);
  const before = groups?.before;
  return quote === undefined || before === undefined
    ? undefined
    : startsWith(quote, groups?.noun?.toLowerCase() ?? "", without(before));
};

/** "End with the feeling of hope." A quotation becomes a constraint, because a rule can check it. */
export const frameClosing: SentenceRule = (sentence) => {
  const groups = CLOSING.exec(sentence)?.groups;
  const said = groups?.said?.trim();
  if (said === undefined) return undefined;
  const quote = wholeQuote(said);
  if (quote !== undefined) {
    return { put: { part: "constraints", constraint: { kind: "ends-with", text: quote } }, rest: "" };
  }
  if (
    groups?.noun !== undefined ||
    said.length > 300 ||
    /[:\n]/.test(said) ||
    /\b(?:start|begin)\b/i.test(said) ||
    ANOTHER_WISH.test(said)
  )
    return undefined;
  if (groups?.how?.toLowerCase() !== "by") return { put: { part: "closing", text: said }, rest: "" };
  const described = /^describing\s+(.+)$/is.exec(said)?.[1];
  if (!/^\p{L}+ing\b/iu.test(said)) return undefined;
  return { put: { part: "closing", text: described ?? `by ${said}` }, rest: "" };
};

/** "Focus on the light and end by describing hope": the order that hangs on another. */
export const tailClosing: SentenceRule = (sentence) => {
  const groups = TAIL_CLOSING.exec(sentence)?.groups;
  const cut = groups?.closing === undefined ? undefined : frameClosing(groups.closing, "");
  if (cut === undefined || groups?.before === undefined || cut.rest !== "") return undefined;
  return { put: cut.put, rest: capitalised(without(groups.before)) };
};

function wholeQuote(said: string): string | undefined {
  return unquoted(said) ?? /^“(.+)”[.,]?$/su.exec(said)?.[1]?.trim();
}

/** A line of its own is the opening; a word or two are a check. */
function startsWith(text: string, noun: string, rest: string) {
  const line = /^(?:lines?|sentence)$/.test(noun) || /[.!?…,;]$/.test(text) || text.split(/\s+/).length >= 3;
  if (line && text.length <= 2_000) return { put: { part: "opening", text } as const, rest };
  return { put: { part: "constraints", constraint: { kind: "starts-with", text } } as const, rest };
}
