import type { SentenceRule } from "./cut.ts";
import { without } from "./cut.ts";
import { ANSWER, QUOTED, unquoted } from "./vocabulary.ts";

const NOUN = "(?:the )?(?:following )?(?:exact )?(?:words?|terms?|phrases?|keywords?)(?: and phrases)?:?";
const EXCLUDES = new RegExp(
  `^(?:please )?(?:(?:do not|don['’]t|never|must not|should not)(?: ever)? (?:use|mention|include|say|write|contain)|avoid(?: using| the use of)?|${ANSWER} (?:must|should) not (?:use|mention|include|contain))(?: any of)? (.+)$`,
  "i",
);
const INCLUDES = new RegExp(
  `^(?:please )?(?:make sure (?:that |to )?)?(?:(?:${ANSWER} )?(?:must|should|has to|needs to) (?:include|mention|contain|use)|(?:you )?(?:must |should )?(?:include|mention|use|including)) (.+)$`,
  "i",
);
const WITHOUT = new RegExp(
  `^(.+?),? (?:without|never|but not|not) (?:using|mentioning|including|saying)(?: any of)? (${NOUN} .+)$`,
  "i",
);

/** "Do not use the words a, b or c." Ideas ("do not mention prices") stay sentences: no rule can check them. */
export const excludeWords: SentenceRule = (sentence) => {
  const words = literals(EXCLUDES.exec(sentence)?.[1], false);
  return words && { put: { part: "constraints", constraint: { kind: "exclude", words } }, rest: "" };
};

/** "… without using the words a or b" at the end of an order. */
export const withoutWords: SentenceRule = (sentence) => {
  const match = WITHOUT.exec(sentence);
  const words = literals(match?.[2], false);
  if (words === undefined || match?.[1] === undefined) return undefined;
  return { put: { part: "constraints", constraint: { kind: "exclude", words } }, rest: without(match[1]) };
};

/** "It must mention Paris and 12 May", "Include the words a, b and c". */
export const includeWords: SentenceRule = (sentence) => {
  const said = INCLUDES.exec(sentence)?.[1];
  const any = /^(?:at least one|any|one) of /i;
  const words = literals(
    said?.replace(any, "").replace(/^all of /i, ""),
    !/^(?:please )?use\b/i.test(sentence),
  );
  if (said === undefined || words === undefined) return undefined;
  const mode = any.test(said) || (words.length > 1 && /\bor\b/i.test(said)) ? "any" : "all";
  return { put: { part: "constraints", constraint: { kind: "include", words, mode } }, rest: "" };
};

/**
 * Words meant letter by letter: a list after "the words", quoted words, or (with `names`) proper names and
 * numbers. Anything else is an idea, not a word, and gives undefined.
 */
function literals(text: string | undefined, names: boolean): string[] | undefined {
  if (text === undefined) return undefined;
  const noun = new RegExp(`^${NOUN}\\s+`, "i").exec(text);
  const list = noun === null ? text : text.slice(noun[0].length);
  const words = splitList(list);
  if (words === undefined) return undefined;
  const literal = words.map((word) => unquoted(word) ?? word);
  const quoted = words.every((word) => unquoted(word) !== undefined);
  const named =
    names &&
    words.every((word) => /^[\p{Lu}\d$€£][\p{L}\d.'’&%-]*(?: [\p{Lu}\d][\p{L}\d.'’&-]*){0,3}$/u.test(word));
  const short = literal.every(
    (word) => /^[\p{L}\p{N}$€£#@][^,;:!?“”"]{0,60}$/u.test(word) && word.split(" ").length <= 4,
  );
  const plain =
    noun !== null &&
    short &&
    literal.every(
      (word) =>
        quoted || !/\b(?:that|which|who|in|from|when|if|unless|more|only|then|the|to|as|for)\b/i.test(word),
    );
  return quoted || named || plain ? literal : undefined;
}

/** "a, b or c" → its items, quotations whole. */
function splitList(text: string): string[] | undefined {
  const kept: string[] = [];
  const masked = text.replace(new RegExp(QUOTED, "gu"), (quote) => `\uE000${kept.push(quote) - 1}\uE000`);
  const items = masked
    .split(/\s*,\s*(?:and|or|nor)\s+|\s*,\s*|\s+(?:and|or|nor)\s+/i)
    .map((item) =>
      item.replace(/\uE000(\d+)\uE000/g, (_, index: string) => kept[Number(index)] ?? "").trim(),
    );
  return items.length <= 30 && items.every((item) => item !== "") ? items : undefined;
}
