import { z } from "zod";
import type { ConstraintKind, Span } from "../types.ts";
import { clip } from "../wording.ts";

const schema = z.strictObject({ kind: z.literal("title"), not: z.boolean().optional() });

/**
 * "<<poem of joy>>" on one line; the inner part may hold single brackets. From one "<<" to the next, so that a line
 * costs no more than its length: a pattern that begins anew at each bracket takes minutes for a row of them.
 */
function titleIn(line: string): Span | null {
  let close = 0;
  for (let start = line.indexOf("<<"); start !== -1; ) {
    let inner = start + 2;
    while (line.charAt(inner) === "<") inner += 1;
    if (close < inner) close = line.indexOf(">>", inner);
    if (close === -1) return null;
    const next = line.indexOf("<<", inner);
    const within = next === -1 || next > close;
    if (within && /[^<>\s]/.test(line.slice(inner, close))) return { start, end: close + 2 };
    start = within ? line.indexOf("<<", close + 2) : next;
  }
  return null;
}

function firstTitle(text: string): Span | null {
  if (!text.includes("<<")) return null;
  let offset = 0;
  for (const line of text.split("\n")) {
    const title = titleIn(line);
    if (title !== null) return { start: offset + title.start, end: offset + title.end };
    offset += line.length + 1;
  }
  return null;
}

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
    const found = firstTitle(text);
    if (found === null) return { result: "fail", found: "no title in <<…>>", asked, spans: [] };
    return { result: "pass", found: clip(text.slice(found.start, found.end), 40), asked, spans: [found] };
  },
};
