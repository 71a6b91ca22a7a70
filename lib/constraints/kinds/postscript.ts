import { z } from "zod";
import { wellFormed } from "#lib/base/well-formed.ts";
import { isBoundary } from "../boundary.ts";
import { markedLinesFrom } from "../code-fence.ts";
import { normalText } from "../fold.ts";
import { startOfLineWith, wordsStart } from "../line-sign.ts";
import type { ConstraintKind, Reading } from "../types.ts";
import { clip, quoted } from "../wording.ts";

const schema = z.strictObject({
  kind: z.literal("postscript"),
  not: z.boolean().optional(),
  marker: z.string().max(40).transform(wellFormed),
});

/** Small letters without spaces: "P. S." is "p.s."; loosely without points as well, so that "PS" is the same. */
function bare(text: string, reading: Reading): string {
  return normalText(text)
    .toLowerCase()
    .replace(reading === "loose" ? /[.\s]/g : /\s/g, "");
}

/** Length of the marker where the line begins with it, spaces after its points or not; 0 where it does not. */
function markerLength(line: string, wanted: string, reading: Reading): number {
  const skipped = reading === "loose" ? /[.\s]/ : /\s/;
  let matched = 0;
  let at = 0;
  while (at < line.length && matched < wanted.length) {
    const sign = line.charAt(at).toLowerCase();
    if (sign === wanted.charAt(matched)) matched += 1;
    else if (matched === 0 || !skipped.test(sign)) return 0;
    at += 1;
  }
  return matched < wanted.length || !isBoundary(line, at) ? 0 : at;
}

export const postscript: ConstraintKind<typeof schema> = {
  kind: "postscript",
  label: "Postscript",
  schema,
  negatable: true,
  draft: { kind: "postscript", marker: "P.S." },
  fields: [{ name: "marker", type: "text", label: "Begins with", placeholder: "P.S." }],
  chip: ({ marker }) => `a postscript with ${quoted(clip(marker))}`,
  phrase: ({ marker }) =>
    marker.trim() === "" ? "" : `Add a postscript at the end that starts with ${quoted(marker.trim())}.`,
  check(value, text, reading) {
    const asked = postscript.chip(value);
    const wanted = bare(value.marker, reading);
    if (wanted === "") return { result: "undecided", found: "no marker to look for yet", asked, spans: [] };
    for (const line of markedLinesFrom(text, startOfLineWith(wanted)).toReversed()) {
      const at = wordsStart(line.text);
      const length = markerLength(line.text.slice(at), wanted, reading);
      if (length === 0) continue;
      const spans = [{ start: line.start + at, end: line.start + at + length }];
      return { result: "pass", found: quoted(clip(line.text.slice(at), 40)), asked, spans };
    }
    return { result: "fail", found: "no postscript", asked, spans: [] };
  },
};
