import { z } from "zod";
import { countFinding } from "../count.ts";
import { matchSpans } from "../match-spans.ts";
import type { ConstraintKind } from "../types.ts";

const schema = z.strictObject({ kind: z.literal("no-comma") });

/** The commas of all scripts: Latin, Arabic, Ethiopic, Mongolian, ideographic, N'Ko, Lisu, small and wide forms. */
const COMMA = /[,،߸፣᠂᠈⸲⸴、꓾꘍꛵︐︑﹐﹑，､]/gu;

export const noComma: ConstraintKind<typeof schema> = {
  kind: "no-comma",
  label: "No commas",
  schema,
  negatable: false,
  draft: { kind: "no-comma" },
  fields: [],
  chip: () => "no commas",
  phrase: () => "Do not use any commas.",
  check(_, text) {
    const spans = matchSpans(COMMA, text);
    return countFinding({ op: "exactly", n: 0 }, spans.length, "comma", "commas", spans);
  },
};
