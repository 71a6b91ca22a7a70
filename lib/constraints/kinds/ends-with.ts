import { z } from "zod";
import { edgeForms, edgeTextSchema, finishesWith } from "../edge-text.ts";
import type { ConstraintKind } from "../types.ts";
import { clip, quoted } from "../wording.ts";

const schema = z.strictObject({
  kind: z.literal("ends-with"),
  not: z.boolean().optional(),
  text: edgeTextSchema,
});

export const endsWith: ConstraintKind<typeof schema> = {
  kind: "ends-with",
  label: "Ends with",
  schema,
  negatable: true,
  draft: { kind: "ends-with", text: "" },
  fields: [{ name: "text", type: "text", label: "Last words", placeholder: "And so the morning came." }],
  chip: ({ text }) => `ends with ${quoted(clip(text))}`,
  phrase({ text }) {
    const end = text.trim();
    return end === "" ? "" : `End with exactly these words: ${quoted(end)}`;
  },
  check(value, text, reading) {
    const asked = `ends with ${quoted(clip(value.text))}`;
    const form = edgeForms(value.text, text, reading, "end");
    if (form.wanted === "")
      return { result: "undecided", found: "no text to look for yet", asked, spans: [] };
    const end = text.trimEnd().length;
    const lineStart = text.lastIndexOf("\n", end - 1) + 1;
    const kept = finishesWith(form.text, form.wanted);
    const start = kept ? Math.max(0, end - form.wanted.length) : Math.min(lineStart, end);
    const found = kept ? asked : `ends with ${quoted(clip(text.slice(lineStart, end)))}`;
    return { result: kept ? "pass" : "fail", found, asked, spans: start < end ? [{ start, end }] : [] };
  },
};
