import { countRange } from "#lib/constraints/count.ts";
import { filledWords } from "#lib/constraints/find-words.ts";
import { type Constraint, isNegated, type KindName } from "#lib/constraints/registry.ts";

export interface FooAssertion {
  type: string;
  value?: unknown;
  metric?: string;
  weight?: number;
}

type Literal = (text: string) => string;
type Writer<Name extends KindName> = (constraint: Constraint<Name>, literal: Literal) => FooAssertion | null;

/**
 * What promptfoo has for a kind; a kind that is not here is left out. Where it has no assertion of its own that
 * means the same, the rule is written in JavaScript, which it runs.
 */
const WRITERS: { readonly [Name in KindName]?: Writer<Name> } = {
  "starts-with": ({ text }, literal) => named("starts-with", text.trim(), literal),
  "ends-with": ({ text }, literal) => named("regex", text.trim() && `${escaped(text.trim())}\\s*$`, literal),
  include({ words, mode, match }, literal) {
    const filled = filledWords(words);
    if (filled.length === 0) return null;
    if (match !== "anywhere") {
      const tests = filled.map((word) => `${wholeWord([word], "iu")}.test(output)`);
      return script(tests.join(mode === "all" ? " && " : " || "), literal);
    }
    const [only = ""] = filled;
    if (filled.length === 1) return named("icontains", only, literal);
    return { type: mode === "all" ? "icontains-all" : "icontains-any", value: filled.map(literal) };
  },
  exclude({ words }, literal) {
    const filled = filledWords(words);
    return filled.length === 0 ? null : script(`!${wholeWord(filled, "iu")}.test(output)`, literal);
  },
  keyword({ word, match, ...count }, literal) {
    const text = word.trim();
    if (text === "") return null;
    const found = match === "anywhere" ? `/${escaped(text, true)}/giu` : wholeWord([text], "giu");
    return script(within(`(output.match(${found}) ?? []).length`, count), literal);
  },
  "one-of"({ options, where }, literal) {
    const filled = filledWords(options);
    const [only = ""] = filled;
    if (filled.length === 0 || where === "inside") return null;
    if (filled.length === 1) return named("equals", only, literal);
    return script(`${JSON.stringify(filled)}.includes(output.trim())`, literal);
  },
  regex({ pattern, where, capitals }, literal) {
    // What the two engines read differently, or only one of them reads.
    if (pattern.trim() === "" || /\(\?(?!:)|\\[AzZQECpPG]|\[\[:/.test(pattern)) return null;
    const whole = where === "whole" ? `^(?:${pattern})$` : pattern;
    if (capitals !== "ignore" && where !== "whole") return named("regex", whole, literal);
    const flags = capitals === "ignore" ? "i" : "";
    return script(`new RegExp(${JSON.stringify(whole)}, "${flags}").test(output.trim())`, literal);
  },
  json({ keys, schema }, literal) {
    const required = [...new Set(keys)].filter((key) => key !== "");
    const shape = required.length === 0 ? null : { type: "object", required };
    const given = (schema ?? "").trim();
    if (given === "") return { type: "is-json", ...(shape === null ? {} : { value: shape }) };
    const parsed = objectOf(given);
    if (parsed === null) return null;
    const value = shape === null ? parsed : { allOf: [shape, parsed] };
    // In a configuration a reference would be looked up in the configuration; in a text it stays in the schema.
    return { type: "is-json", value: given.includes("$ref") ? literal(JSON.stringify(value)) : value };
  },
  words(count) {
    const { low, high } = countRange(count);
    if (low === high) return { type: "word-count", value: low };
    const min = low === 0 ? {} : { min: low };
    return { type: "word-count", value: Number.isFinite(high) ? { ...min, max: high } : { min: low } };
  },
  lines: (count, literal) =>
    script(
      within(
        String.raw`output.split(/[\r\n\u2028\u2029]+/).filter((line) => line.trim() !== "").length`,
        count,
      ),
      literal,
    ),
  characters: (count, literal) =>
    script(within(`[...new Intl.Segmenter().segment(output.trim())].length`, count), literal),
  "no-comma": (_, literal) => script("!/[,،߸፣᠂᠈⸲⸴、꓾꘍꛵︐︑﹐﹑，､]/u.test(output)", literal),
};

/** The assertion for a constraint, or null when promptfoo has none that means the same. */
export function assertionOf<Name extends KindName>(
  constraint: Constraint<Name>,
  literal: Literal,
): FooAssertion | null {
  const writers: { readonly [Each in KindName]?: Writer<Each> } = WRITERS;
  const assertion = writers[constraint.kind]?.(constraint, literal) ?? null;
  if (assertion === null || !isNegated(constraint)) return assertion;
  return { ...assertion, type: `not-${assertion.type}` };
}

function named(type: string, value: string, literal: Literal): FooAssertion | null {
  return value === "" ? null : { type, value: literal(value) };
}

/** One expression on one line; `output` is the answer. */
function script(expression: string, literal: Literal): FooAssertion {
  return {
    type: "javascript",
    value: literal(expression.replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029")),
  };
}

function within(amount: string, count: Parameters<typeof countRange>[0]): string {
  const { low, high } = countRange(count);
  if (low === high) return `${amount} === ${low}`;
  if (!Number.isFinite(high)) return `${amount} >= ${low}`;
  return low === 0 ? `${amount} <= ${high}` : `((n) => n >= ${low} && n <= ${high})(${amount})`;
}

const WORD_SIGN = "[\\p{L}\\p{M}\\p{N}_]";

/** A pattern that finds any of the words where it stands by itself: "art" is not in "heart". */
function wholeWord(words: readonly string[], flags: string): string {
  const alternatives = words.map((word) => {
    const start = /^[\p{L}\p{M}\p{N}_]/u.test(word) ? `(?<!${WORD_SIGN})` : "";
    const end = /[\p{L}\p{M}\p{N}_]$/u.test(word) ? `(?!${WORD_SIGN})` : "";
    return `${start}${escaped(word, true)}${end}`;
  });
  return `/${alternatives.join("|")}/${flags}`;
}

/** A text as a pattern for itself; `spaces` takes any white space for a space. No sign of it ends the pattern. */
function escaped(text: string, spaces = false): string {
  const literal = text.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  return spaces
    ? literal.replaceAll(/\s+/g, "\\s+")
    : literal.replaceAll("\n", "\\n").replaceAll("\r", "\\r");
}

function objectOf(json: string): object | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
