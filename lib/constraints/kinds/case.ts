import { z } from "zod";
import type { ConstraintKind, Span } from "../types.ts";
import { eachWord, wordStart } from "../word-spans.ts";

const schema = z.strictObject({
  kind: z.literal("case"),
  not: z.boolean().optional(),
  case: z.enum(["upper", "lower", "title"]),
});

type Case = z.infer<typeof schema>["case"];

const ASKED: Record<Case, string> = {
  upper: "all capitals",
  lower: "all small letters",
  title: "title case",
};
const PHRASES: Record<Case, string> = {
  upper: "Write in capital letters only.",
  lower: "Write in small letters only.",
  title: "Write in title case.",
};
/** Words that a title leaves small, except where it begins. */
const SMALL_WORDS = new Set(
  "a an the and but or nor for so yet as at by in of off on per to up via vs de la le".split(" "),
);
const MAX_SPANS = 100;

/** Runs of letters that should have been of the other size. */
function* wrongLetters(text: string, wrong: RegExp): Generator<Span> {
  for (const match of text.matchAll(wrong)) yield { start: match.index, end: match.index + match[0].length };
}

const SMALL_LETTER = /\p{Ll}/u;

/** Words that should begin with a capital and do not. */
function* smallStarts(text: string): Generator<Span> {
  const first = wordStart(text, 0);
  for (const { start, end } of eachWord(text, SMALL_LETTER)) {
    const small = /^\p{Ll}/u.test(text.slice(start, start + 2));
    if (small && (start === first || !SMALL_WORDS.has(text.slice(start, end)))) yield { start, end };
  }
}

function wrongPlaces(wanted: Case, text: string): Generator<Span> {
  switch (wanted) {
    case "title":
      return smallStarts(text);
    case "upper":
      return wrongLetters(text, /\p{Ll}[\p{Ll}\p{M}]*/gu);
    case "lower":
      return wrongLetters(text, /[\p{Lu}\p{Lt}][\p{Lu}\p{Lt}\p{M}]*/gu);
  }
}

export const letterCase: ConstraintKind<typeof schema> = {
  kind: "case",
  label: "Capitals",
  schema,
  negatable: true,
  draft: { kind: "case", case: "lower" },
  fields: [
    {
      name: "case",
      type: "choice",
      label: "Letters",
      options: [
        { value: "lower", label: "all small" },
        { value: "upper", label: "all capitals" },
        { value: "title", label: "title case" },
      ],
    },
  ],
  chip: (value) => ASKED[value.case],
  phrase: (value) => PHRASES[value.case],
  check(value, text, reading) {
    const asked = ASKED[value.case];
    if (!/[\p{Ll}\p{Lu}\p{Lt}]/u.test(text))
      return { result: "undecided", found: "no letters that can be large or small", asked, spans: [] };
    const size = value.case === "upper" ? "small" : "capital";
    let count = 0;
    const spans: Span[] = [];
    for (const place of wrongPlaces(value.case, text)) {
      count += 1;
      if (count <= MAX_SPANS) spans.push(place);
      if (reading === "loose") break;
    }
    if (count === 0) return { result: "pass", found: asked, asked, spans: [] };
    const noun = value.case === "title" ? "word without a capital" : `place with ${size} letters`;
    const nouns = value.case === "title" ? "words without a capital" : `places with ${size} letters`;
    return { result: "fail", found: `${count} ${count === 1 ? noun : nouns}`, asked, spans };
  },
};
