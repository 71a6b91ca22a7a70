import { countRange } from "#lib/constraints/count.ts";
import { filledWords } from "#lib/constraints/find-words.ts";
import { normalText } from "#lib/constraints/fold.ts";
import type { Constraint, KindName } from "#lib/constraints/registry.ts";
import { type FooAssertion, jsonAssertion, type Literal } from "./promptfoo-json.ts";
import { jsPattern } from "./promptfoo-pattern.ts";
import { patternText, quotedScript, type Rule, ruleScript, within } from "./promptfoo-scripts.ts";

type Writer<Name extends KindName> = (constraint: Constraint<Name>, literal: Literal) => FooAssertion | null;

/** In these a plain search of promptfoo's finds what ours does. */
const PLAIN_WORD = /^[!-~]+$/;

/**
 * What promptfoo has for a kind; a kind that is not here is left out. Where it has no assertion of its own that
 * means the same, the rule is written in JavaScript, which it runs.
 */
const WRITERS: { readonly [Name in KindName]?: Writer<Name> } = {
  "starts-with": ({ text, not = false }, literal) =>
    text.trim() === ""
      ? null
      : script(
          {
            holds: `new RegExp("^" + ${patternText(text, "trimmed")} + edge, "u").test(text)`,
            reads: "trimmed",
            not,
          },
          literal,
        ),
  "ends-with": ({ text, not = false }, literal) =>
    text.trim() === ""
      ? null
      : script(
          {
            holds: `new RegExp(edge + ${patternText(text, "trimmed")} + "$", "u").test(text)`,
            reads: "trimmed",
            not,
          },
          literal,
        ),
  include({ words, mode, match }, literal) {
    const filled = filledWords(words);
    const [only = ""] = filled;
    if (filled.length === 0) return null;
    if (match !== "anywhere" || !filled.every((word) => PLAIN_WORD.test(word)))
      return script(wordRule(filled, match, mode === "all" ? "every" : "some", "folded", false), literal);
    if (filled.length === 1) return { type: "icontains", value: literal(only) };
    return { type: mode === "all" ? "icontains-all" : "icontains-any", value: filled.map(literal) };
  },
  exclude({ words }, literal) {
    const filled = filledWords(words);
    return filled.length === 0 ? null : script(wordRule(filled, "word", "some", "straight", true), literal);
  },
  keyword({ word, match, not = false, ...count }, literal) {
    if (word.trim() === "") return null;
    const pattern = patternText(word, "folded");
    const found = match === "anywhere" ? pattern : `edge + ${pattern} + edge`;
    const times = `(text.match(new RegExp(${found}, "gu")) ?? []).length`;
    return script({ holds: within(times, count), reads: "folded", not }, literal);
  },
  "one-of"({ options, where, not = false }, literal) {
    const filled = filledWords(options).map((option) => normalText(option).trim());
    if (filled.length === 0 || where === "inside") return null;
    const holds = `text.length <= 10000 && ${quotedScript(filled)}.includes(text)`;
    return script({ holds, reads: "trimmed", not }, literal);
  },
  regex({ pattern, where, capitals, not = false }, literal) {
    const read = pattern.trim() === "" ? null : jsPattern(pattern);
    if (read === null) return null;
    const plain = read === pattern && where !== "whole" && capitals !== "ignore" && !not;
    if (plain && isPlain(pattern)) return { type: "regex", value: literal(pattern) };
    const whole = quotedScript(where === "whole" ? `^(?:${read})$` : read);
    const holds = `new RegExp(${whole}, "${capitals === "ignore" ? "iu" : "u"}").test(text)`;
    return script({ holds, reads: where === "whole" ? "trimmed" : "whole", not }, literal);
  },
  json: ({ keys, schema, not }, literal) => jsonAssertion(keys, schema, not === true, literal),
  words({ not, ...count }) {
    const { low, high } = countRange(count);
    const type = not ? "not-word-count" : "word-count";
    if (low === high) return { type, value: low };
    const min = low === 0 ? {} : { min: low };
    return { type, value: Number.isFinite(high) ? { ...min, max: high } : { min: low } };
  },
  lines({ not = false, ...count }, literal) {
    const lines = String.raw`text.split(/[\n\u2028\u2029]+/).filter((line) => line.trim() !== "").length`;
    return script({ holds: within(lines, count), reads: "whole", not }, literal);
  },
  characters({ not = false, ...count }, literal) {
    const characters = "[...new Intl.Segmenter().segment(text)].length";
    return script({ holds: within(characters, count), reads: "trimmed", not }, literal);
  },
  "no-comma": (_, literal) =>
    script({ holds: "!/[,،߸፣᠂᠈⸲⸴、꓾꘍꛵︐︑﹐﹑，､]/u.test(text)", reads: "whole", not: false }, literal),
};

/** Whether the flag `u`, line ends, accents and an empty answer change nothing about a pattern. */
function isPlain(pattern: string): boolean {
  const plain = /^[ -~]+$/.test(pattern) && !/\[\^|\\[A-Zabce-z]/.test(pattern);
  // A letter, and one of these signs, may stand there with an accent of its own behind it, which here is one with it.
  const composed = /[A-Za-z<=>]/.test(pattern.replaceAll(/\\./g, ""));
  return plain && !composed && !new RegExp(pattern).test("");
}

/** The assertion for a constraint, or null when promptfoo has none that means the same. */
export function assertionOf<Name extends KindName>(
  constraint: Constraint<Name>,
  literal: Literal,
): FooAssertion | null {
  const writers: { readonly [Each in KindName]?: Writer<Each> } = WRITERS;
  return writers[constraint.kind]?.(constraint, literal) ?? null;
}

function script(rule: Rule, literal: Literal): FooAssertion {
  return { type: "javascript", value: literal(ruleScript(rule)) };
}

/** Whether every word, or some word, stands in the text. */
function wordRule(
  words: readonly string[],
  match: "word" | "anywhere" | undefined,
  which: "every" | "some",
  reads: Rule["reads"],
  not: boolean,
): Rule {
  const patterns = `[${words.map((word) => patternText(word, reads)).join(", ")}]`;
  const one = match === "anywhere" ? "word" : "edge + word + edge";
  return {
    holds: `${patterns}.${which}((word) => new RegExp(${one}, "u").test(text))`,
    reads,
    not,
  };
}
