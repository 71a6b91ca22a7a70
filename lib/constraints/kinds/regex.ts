import { z } from "zod";
import { wellFormed } from "#lib/base/well-formed.ts";
import type { ConstraintDescription } from "../types.ts";
import { clip, quoted } from "../wording.ts";

/** Longest pattern, characters. */
const PATTERN_CHARS = 500;

const schema = z.strictObject({
  kind: z.literal("regex"),
  not: z.boolean().optional(),
  pattern: z.string().max(PATTERN_CHARS).transform(wellFormed),
  /** "anywhere" finds the pattern inside the text; "whole" asks that it describes all of the text. */
  where: z.enum(["anywhere", "whole"]).optional(),
  capitals: z.enum(["matter", "ignore"]).optional(),
});

export const regex: ConstraintDescription<typeof schema> = {
  kind: "regex",
  label: "Pattern",
  schema,
  negatable: true,
  draft: { kind: "regex", pattern: "" },
  fields: [
    { name: "pattern", type: "text", label: "Regular expression", placeholder: "\\d{4}-\\d{2}-\\d{2}" },
    {
      name: "where",
      type: "choice",
      label: "Matches",
      options: [
        { value: "anywhere", label: "somewhere in the text" },
        { value: "whole", label: "the whole text" },
      ],
    },
    {
      name: "capitals",
      type: "choice",
      label: "Capitals",
      options: [
        { value: "matter", label: "matter" },
        { value: "ignore", label: "do not matter" },
      ],
    },
  ],
  chip: ({ pattern, where }) =>
    `${where === "whole" ? "all of it matches" : "matches"} ${quoted(clip(pattern, 40))}`,
  phrase({ pattern, where }) {
    if (pattern.trim() === "") return "";
    return where === "whole"
      ? `Write a text that as a whole matches the regular expression ${quoted(pattern)}.`
      : `Include text that matches the regular expression ${quoted(pattern)}.`;
  },
};
