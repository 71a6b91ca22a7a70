import { z } from "zod";
import type { ConstraintKind } from "../types.ts";
import { clip } from "../wording.ts";

const schema = z.strictObject({ kind: z.literal("title"), not: z.boolean().optional() });

/** "<<poem of joy>>" on one line; the inner part may hold single brackets. */
const TITLE = /<<+([^\n<>]|<(?!<)|>(?!>))+>>/g;

export const title: ConstraintKind<typeof schema> = {
  kind: "title",
  label: "Title in brackets",
  schema,
  negatable: true,
  draft: { kind: "title" },
  fields: [],
  chip: () => "a title in <<…>>",
  phrase: () => "Give it a title in double angular brackets, such as <<poem of joy>>.",
  check(_, text) {
    const asked = "a title in <<…>>";
    for (const match of text.matchAll(TITLE)) {
      if (/^[<>\s]*$/.test(match[0])) continue;
      const spans = [{ start: match.index, end: match.index + match[0].length }];
      return { result: "pass", found: clip(match[0], 40), asked, spans };
    }
    return { result: "fail", found: "no title in <<…>>", asked, spans: [] };
  },
};
