import { z } from "zod";
import { foldQuotes } from "../fold.ts";
import type { ConstraintKind } from "../types.ts";
import { clip, quoted } from "../wording.ts";

const schema = z.strictObject({
  kind: z.literal("quotes"),
  not: z.boolean().optional(),
  /** "straight" asks for "…" alone; else any pair of double quotation marks will do. */
  marks: z.enum(["any", "straight"]).optional(),
});

/** What opens a quotation, with everything that may close it. */
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  "“": "”",
  "„": "“”",
  "”": "”",
  "«": "»",
  "»": "«»",
  "「": "」",
  "『": "』",
  "《": "》",
  "〝": "〞〟",
};

export const quotes: ConstraintKind<typeof schema> = {
  kind: "quotes",
  label: "Quotation marks",
  schema,
  negatable: true,
  draft: { kind: "quotes" },
  fields: [
    {
      name: "marks",
      type: "choice",
      label: "Marks",
      options: [
        { value: "any", label: "any double ones" },
        { value: "straight", label: 'straight ones: "' },
      ],
    },
  ],
  chip: ({ marks }) => (marks === "straight" ? "in straight quotation marks" : "in quotation marks"),
  phrase: ({ marks }) =>
    `Wrap your entire answer in ${marks === "straight" ? "straight " : ""}double quotation marks.`,
  check(value, text, reading) {
    const trimmed = text.trim();
    const form = reading === "loose" ? foldQuotes(trimmed) : trimmed;
    const [first, last] = [form.charAt(0), form.charAt(form.length - 1)];
    const closing = value.marks === "straight" && first !== '"' ? "" : (CLOSING[first] ?? "");
    const within = form.slice(1, -1).trim() !== "";
    const kept = within && closing.includes(last) && closing !== "";
    const start = text.length - text.trimStart().length;
    const end = start + trimmed.length;
    const ends = kept
      ? [
          { start, end: start + 1 },
          { start: end - 1, end },
        ]
      : [];
    const found = `from ${quoted(clip(trimmed.slice(0, 20), 12))} to ${quoted(clip(trimmed.slice(-12), 12))}`;
    return { result: kept ? "pass" : "fail", found, asked: quotes.chip(value), spans: ends };
  },
};
