import { z } from "zod";
import { filledWords, findWords, wordsSchema } from "../find-words.ts";
import { foldAll, normalText } from "../fold.ts";
import type { ConstraintKind, Reading, Span } from "../types.ts";
import { clip, list, quoted } from "../wording.ts";

const schema = z.strictObject({
  kind: z.literal("one-of"),
  not: z.boolean().optional(),
  options: wordsSchema,
  /** "whole": the answer is one of them and nothing else; "inside": exactly one of them stands in the answer. */
  where: z.enum(["whole", "inside"]).optional(),
});

type OneOf = z.infer<typeof schema>;

/** Signs that a loosely read answer may be wrapped in or end with. */
const BEFORE = /["'*_`¡\s]/;
const BEHIND = /[.!।。．！"'*_`\s]/;

function bare(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && BEFORE.test(text.charAt(start))) start += 1;
  while (end > start && BEHIND.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** An option has 200 characters at most; with all that stands around it a longer text is none of them. */
const LONGEST_ANSWER_CHARS = 10_000;

function form(text: string, reading: Reading): string {
  const plain = text.trim();
  return reading === "strict" ? plain : bare(foldAll(plain));
}

/** Where the options stand as words of their own, capitals or not; one that is part of a longer one that stands there does not count. */
function inside(
  options: readonly string[],
  text: string,
  reading: Reading,
): { option: string; span: Span }[] {
  const longestFirst = [...options].sort((one, other) => other.length - one.length);
  const places = findWords(longestFirst, text, reading);
  const found: { option: string; span: Span }[] = [];
  for (const [index, option] of longestFirst.entries()) {
    const taken = ({ start, end }: Span) => found.some(({ span }) => span.start <= start && end <= span.end);
    const span = places[index]?.find((place) => !taken(place));
    if (span !== undefined) found.push({ option, span });
  }
  return found;
}

function chip({ options, where }: OneOf): string {
  const names = list(filledWords(options), "or", 30);
  return `${where === "inside" ? "says exactly one of" : "one of"} ${names}`.trimEnd();
}

export const oneOf: ConstraintKind<typeof schema> = {
  kind: "one-of",
  label: "One of these",
  schema,
  negatable: true,
  draft: { kind: "one-of", options: [] },
  fields: [
    { name: "options", type: "words", label: "Possible answers", placeholder: "yes, no, maybe" },
    {
      name: "where",
      type: "choice",
      label: "The answer",
      options: [
        { value: "whole", label: "is one of them" },
        { value: "inside", label: "has exactly one of them in it" },
      ],
    },
  ],
  chip,
  phrase({ options, where }) {
    const filled = filledWords(options);
    if (filled.length === 0) return "";
    const names = list(filled, "or");
    if (where === "inside") return `Say exactly one of ${names} in your answer.`;
    return filled.length === 1 ? `Answer with ${names} only.` : `Answer with one of ${names} only.`;
  },
  check(value, text, reading) {
    const asked = chip(value);
    const options = filledWords(value.options);
    if (options.length === 0)
      return { result: "undecided", found: "no answers to look for yet", asked, spans: [] };
    if (value.where === "inside") {
      const found = inside(options, text, reading);
      const said =
        found.length === 0
          ? "none of them"
          : `says ${list(
              found.map(({ option }) => option),
              "and",
              30,
            )}`;
      return {
        result: found.length === 1 ? "pass" : "fail",
        found: said,
        asked,
        spans: found.map(({ span }) => span),
      };
    }
    const answer = text.length > LONGEST_ANSWER_CHARS ? "" : form(text, reading);
    const kept = answer !== "" && options.some((option) => form(normalText(option), reading) === answer);
    return { result: kept ? "pass" : "fail", found: quoted(clip(text, 40)), asked, spans: [] };
  },
};
