import { z } from "zod";
import { COUNT_FIELDS, countChip, countFinding, countRange, countShape } from "../count.ts";
import { characterStart, countCharacters } from "../graphemes.ts";
import type { ConstraintKind } from "../types.ts";

const schema = z.strictObject({ kind: z.literal("characters"), not: z.boolean().optional(), ...countShape });

/** Spaces and line breaks count, as they do in a form with a limit; those around the text do not. */
export const characters: ConstraintKind<typeof schema> = {
  kind: "characters",
  label: "Characters",
  schema,
  negatable: true,
  draft: { kind: "characters", op: "at-most", n: 280 },
  fields: COUNT_FIELDS,
  chip: (value) => countChip(value, "character", "characters"),
  phrase: (value) => `Write ${countChip(value, "character", "characters")}, spaces included.`,
  check(value, text) {
    const trimmed = text.trim();
    const count = countCharacters(trimmed);
    const { high } = countRange(value);
    const offset = text.length - text.trimStart().length;
    const surplus =
      count > high ? [{ start: offset + characterStart(trimmed, high), end: offset + trimmed.length }] : [];
    return countFinding(value, count, "character", "characters", surplus);
  },
};
