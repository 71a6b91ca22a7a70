import { z } from "zod";
import { beginsWith, edgeForms, edgeTextSchema } from "../edge-text.ts";
import type { ConstraintKind } from "../types.ts";
import { clip, quoted } from "../wording.ts";

const schema = z.strictObject({
  kind: z.literal("starts-with"),
  not: z.boolean().optional(),
  text: edgeTextSchema,
});

/** Loosely read, a first line that goes on with a comma where a full stop was asked for is the same line. */
function withoutClosingSign(line: string): string {
  return line.replace(/[.,;:!…]$/, "") || line;
}

export const startsWith: ConstraintKind<typeof schema> = {
  kind: "starts-with",
  label: "Starts with",
  schema,
  negatable: true,
  draft: { kind: "starts-with", text: "" },
  fields: [
    {
      name: "text",
      type: "text",
      label: "First line",
      placeholder: "A golden light first kisses the water.",
    },
  ],
  chip: ({ text }) => `starts with ${quoted(clip(text))}`,
  phrase({ text }) {
    const line = text.trim();
    if (line === "") return "";
    return `Start with exactly ${line.includes("\n") ? "these lines" : "this line"}: ${quoted(line)}`;
  },
  check(value, text, reading) {
    const asked = `starts with ${quoted(clip(value.text))}`;
    const form = edgeForms(value.text, text, reading, "start");
    if (form.wanted === "")
      return { result: "undecided", found: "no text to look for yet", asked, spans: [] };
    const start = text.length - text.trimStart().length;
    const wanted = reading === "loose" ? withoutClosingSign(form.wanted) : form.wanted;
    const kept = beginsWith(form.text, wanted);
    const lineEnd = text.indexOf("\n", start);
    const end = kept ? start + wanted.length : lineEnd === -1 ? text.trimEnd().length : lineEnd;
    const found = kept ? asked : `starts with ${quoted(clip(text))}`;
    return { result: kept ? "pass" : "fail", found, asked, spans: start < end ? [{ start, end }] : [] };
  },
};
