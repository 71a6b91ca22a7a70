import { z } from "zod";
import { wellFormed } from "#lib/base/well-formed.ts";
import { COUNT_FIELDS, type Count, countChip, countFinding, countShape } from "../count.ts";
import { type Part, paragraphsOf, partsBetween } from "../parts.ts";
import type { ConstraintKind } from "../types.ts";
import { quoted } from "../wording.ts";

const schema = z.strictObject({
  kind: z.literal("paragraphs"),
  not: z.boolean().optional(),
  ...countShape,
  /** What stands between two paragraphs, such as "***"; a blank line when there is none. */
  divider: z.string().max(40).transform(wellFormed).optional(),
});

function dividerOf(value: { divider?: string | undefined }): string {
  return value.divider?.trim() ?? "";
}

function chip(value: Count & { divider?: string | undefined }): string {
  const divider = dividerOf(value);
  const count = countChip(value, "paragraph", "paragraphs");
  return divider === "" ? count : `${count} divided by ${quoted(divider)}`;
}

/** A divider before the first paragraph or after the last divides nothing. */
function withoutEmptyEnds(parts: readonly Part[]): Part[] {
  return parts.filter(({ empty }, index) => !empty || (index > 0 && index < parts.length - 1));
}

export const paragraphs: ConstraintKind<typeof schema> = {
  kind: "paragraphs",
  label: "Paragraphs",
  schema,
  negatable: true,
  draft: { kind: "paragraphs", op: "exactly", n: 3 },
  fields: [...COUNT_FIELDS, { name: "divider", type: "text", label: "Divider", placeholder: "blank line" }],
  chip,
  phrase(value) {
    const divider = dividerOf(value);
    const between = divider === "" ? "with a blank line" : `with ${quoted(divider)}`;
    return `Write ${countChip(value, "paragraph", "paragraphs")}, ${between} between paragraphs.`;
  },
  check(value, text) {
    const divider = dividerOf(value);
    const parts = divider === "" ? paragraphsOf(text) : withoutEmptyEnds(partsBetween(text, divider));
    const spans = parts.filter(({ empty }) => !empty).map(({ start, end }) => ({ start, end }));
    const finding = {
      ...countFinding(value, spans.length, "paragraph", "paragraphs", spans),
      asked: chip(value),
    };
    return spans.length === parts.length
      ? finding
      : { ...finding, result: "fail", found: "two dividers with nothing between them" };
  },
};
