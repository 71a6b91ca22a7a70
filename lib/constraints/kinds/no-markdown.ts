import { z } from "zod";
import { markedLines } from "../code-fence.ts";
import { plural } from "../count.ts";
import { isHeading, type MarkdownSign, markdownSigns } from "../markdown-signs.ts";
import type { ConstraintKind, Finding, Reading } from "../types.ts";
import { wordSpans } from "../word-spans.ts";
import { clip, quoted } from "../wording.ts";

const schema = z.strictObject({
  kind: z.literal("no-markdown"),
  /** "title" forbids only a title above the text, however it is set. */
  what: z.enum(["any", "title"]).optional(),
});

/** "2 headings, 1 bold". */
function tally(signs: readonly string[]): string {
  const counts = Map.groupBy(signs, (sign) => sign);
  return [...counts]
    .map(
      ([sign, { length }]) =>
        `${length} ${/^(?:bold|italic|code)$/.test(sign) ? sign : plural(length, sign, `${sign}s`)}`,
    )
    .join(", ");
}

function checkAny(text: string, reading: Reading): Finding {
  const signs: MarkdownSign[] = [];
  for (const sign of markdownSigns(text)) {
    signs.push(sign);
    if (reading === "loose") break;
  }
  return {
    result: signs.length === 0 ? "pass" : "fail",
    found: signs.length === 0 ? "none" : tally(signs.map(({ sign }) => sign)),
    asked: "no Markdown",
    spans: signs.map(({ start, end }) => ({ start, end })),
  };
}

const BOLD_LINE = /^\s*(\*\*|__)[^*_]+\1:?\s*$/;
const TITLE_WORD = /^\s*(?:title|titel|titre|título|titolo)\s*[:：]/iu;
const FULL_STOP = /[\p{P}\p{S}]\s*$/u;

/**
 * A heading, a line in bold or "Title: …" is a title. A short first line that stands alone may be one or
 * may be verse: then no rule can tell.
 */
function checkTitle(text: string): Finding {
  const lines = markedLines(text);
  let first = lines.next().value;
  while (first?.text.trim() === "") first = lines.next().value;
  const asked = "no title";
  if (first === undefined) return { result: "pass", found: "no title", asked, spans: [] };
  const span = { start: first.start, end: first.end };
  const found = `begins with ${quoted(clip(first.text))}`;
  const next = lines.next().value;
  if (isHeading(first, next) || BOLD_LINE.test(first.text) || TITLE_WORD.test(first.text)) {
    return { result: "fail", found, asked, spans: [span] };
  }
  const alone = next !== undefined && next.text.trim() === "" && text.slice(next.end).trim() !== "";
  const short =
    alone && !FULL_STOP.test(first.text) && first.text.length <= 100 && wordSpans(first.text).length <= 10;
  if (short)
    return {
      result: "undecided",
      found: `perhaps a title: ${quoted(clip(first.text))}`,
      asked,
      spans: [span],
    };
  return { result: "pass", found: "no title", asked, spans: [] };
}

export const noMarkdown: ConstraintKind<typeof schema> = {
  kind: "no-markdown",
  label: "No Markdown",
  schema,
  negatable: false,
  draft: { kind: "no-markdown" },
  fields: [
    {
      name: "what",
      type: "choice",
      label: "Leave out",
      options: [
        { value: "any", label: "all Markdown" },
        { value: "title", label: "a title" },
      ],
    },
  ],
  chip: ({ what }) => (what === "title" ? "no title" : "no Markdown"),
  phrase: ({ what }) => (what === "title" ? "Do not add a title." : "Write plain text without Markdown."),
  check: ({ what }, text, reading) => (what === "title" ? checkTitle(text) : checkAny(text, reading)),
};
