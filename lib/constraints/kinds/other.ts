import { z } from "zod";
import { PROMPT_CHARS } from "#lib/base/limits.ts";
import { wellFormed } from "#lib/base/well-formed.ts";
import type { ConstraintKind } from "../types.ts";
import { clip } from "../wording.ts";

const schema = z.strictObject({
  kind: z.literal("other"),
  text: z.string().max(PROMPT_CHARS).transform(wellFormed),
});

/** A promise that no rule can hold a text against. It goes into the prompt as written and is never decided here. */
export const other: ConstraintKind<typeof schema> = {
  kind: "other",
  label: "Something else",
  schema,
  negatable: false,
  draft: { kind: "other", text: "" },
  fields: [{ name: "text", type: "text", label: "In your words", placeholder: "Use one metaphor." }],
  chip: ({ text }) => clip(text),
  phrase({ text }) {
    const sentence = text.trim();
    return sentence === "" || /[\p{P}\p{S}]$/u.test(sentence) ? sentence : `${sentence}.`;
  },
  check: (value) => ({
    result: "undecided",
    found: "for people or a judge",
    asked: clip(value.text),
    spans: [],
  }),
};
