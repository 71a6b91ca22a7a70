import { z } from "zod";
import { PROMPT_CHARS } from "#lib/base/limits.ts";
import { wellFormed } from "#lib/base/well-formed.ts";
import { beginsWith, edgeForms } from "../edge-text.ts";
import { foldCase } from "../fold.ts";
import type { ConstraintKind } from "../types.ts";
import { clip, quoted } from "../wording.ts";

const schema = z.strictObject({
  kind: z.literal("repeat-prompt"),
  not: z.boolean().optional(),
  /** The words to repeat, before anything else is said. */
  text: z.string().max(PROMPT_CHARS).transform(wellFormed),
});

/** How many characters two texts share from their beginnings. */
function shared(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1;
  return length;
}

export const repeatPrompt: ConstraintKind<typeof schema> = {
  kind: "repeat-prompt",
  label: "Repeat the request",
  schema,
  negatable: true,
  draft: { kind: "repeat-prompt", text: "" },
  fields: [
    { name: "text", type: "text", label: "Request to repeat", placeholder: "Write a poem about nature." },
  ],
  chip: ({ text }) => `repeats ${quoted(clip(text))}`,
  phrase({ text }) {
    const request = text.trim();
    return request === ""
      ? ""
      : `First repeat this request word for word, then answer it: ${quoted(request)}`;
  },
  check(value, text, reading) {
    const asked = repeatPrompt.chip(value);
    const form = edgeForms(foldCase(value.text), text, reading, "start");
    const [wanted, said] = [form.wanted, foldCase(form.text)];
    if (wanted === "") return { result: "undecided", found: "no request to look for yet", asked, spans: [] };
    const start = text.length - text.trimStart().length;
    const same = shared(said, wanted);
    const kept = beginsWith(said, wanted);
    const found = kept
      ? "repeated"
      : same === 0
        ? "not repeated"
        : `repeated up to ${quoted(clip(wanted.slice(0, same).slice(-30)))}`;
    return {
      result: kept ? "pass" : "fail",
      found,
      asked,
      spans: same === 0 ? [] : [{ start, end: start + same }],
    };
  },
};
