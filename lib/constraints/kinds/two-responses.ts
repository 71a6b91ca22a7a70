import { z } from "zod";
import { wellFormed } from "#lib/base/well-formed.ts";
import { normalText } from "../fold.ts";
import { partsBetween } from "../parts.ts";
import type { ConstraintKind } from "../types.ts";
import { quoted } from "../wording.ts";

const schema = z.strictObject({
  kind: z.literal("two-responses"),
  not: z.boolean().optional(),
  /** What stands between the two. */
  divider: z.string().max(40).transform(wellFormed),
});

export const twoResponses: ConstraintKind<typeof schema> = {
  kind: "two-responses",
  label: "Two answers",
  schema,
  negatable: true,
  draft: { kind: "two-responses", divider: "******" },
  fields: [{ name: "divider", type: "text", label: "Divider", placeholder: "******" }],
  chip: ({ divider }) => `two different answers divided by ${quoted(divider.trim())}`,
  phrase: ({ divider }) =>
    divider.trim() === "" ? "" : `Give two different answers with ${quoted(divider.trim())} between them.`,
  check(value, text) {
    const asked = twoResponses.chip(value);
    const divider = normalText(value.divider).trim();
    if (divider === "") return { result: "undecided", found: "no divider to look for yet", asked, spans: [] };
    const all = partsBetween(text, divider);
    const answers = all.filter(({ empty }) => !empty);
    const inner = all.slice(1, -1).some(({ empty }) => empty);
    const texts = answers.map(({ start, end }) => text.slice(start, end));
    const same = texts.length === 2 && texts[0] === texts[1];
    const kept = texts.length === 2 && !same && !inner;
    const count = texts.length === 1 ? "1 answer" : `${texts.length} answers`;
    const found = same ? "the same answer twice" : inner ? "dividers with nothing between them" : count;
    const spans = answers.map(({ start, end }) => ({ start, end }));
    return { result: kept ? "pass" : "fail", found, asked, spans };
  },
};
