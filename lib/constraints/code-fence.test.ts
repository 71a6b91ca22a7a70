import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type MarkedLine,
  markedLines,
  markedLinesFrom,
  markedLinesWith,
  withoutFences,
} from "./code-fence.ts";

/** A line at a time, from the first to the last. */
function inTurn(text: string): MarkedLine[] {
  let open: string | null = null;
  let start = 0;
  return text.split("\n").map((line) => {
    const marker = /^[ \t]*(`{3,}|~{3,})/.exec(line)?.[1];
    const closes = open !== null && marker?.startsWith(open) === true && line.trim() === marker;
    const opens = open === null && marker !== undefined;
    const role = closes || opens ? "fence" : open === null ? "text" : "code";
    if (closes) open = null;
    if (opens) open = marker;
    const marked = { text: line, start, end: start + line.length, role } as const;
    start += line.length + 1;
    return marked;
  });
}

const texts = fc
  .array(
    fc.constantFrom("```", "````", "~~~", "```js", " ", "  ", "\t", "a", "- b", "[c]", "\n", "\n", "`", "~"),
    {
      maxLength: 30,
    },
  )
  .map((parts) => parts.join(""));

test("each line has the role that it has when they are read in turn", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const lines = inTurn(text);
      expect([...markedLines(text)]).toEqual(lines);
      expect(markedLinesWith(text, /\[/g)).toEqual(lines.filter((line) => line.text.includes("[")));
      expect(markedLinesFrom(text, /[ \t]*-/y)).toEqual(lines.filter((line) => /^[ \t]*-/.test(line.text)));
    }),
    { numRuns: 3_000 },
  );
});

test("only fences are blanked out, also where a text is the beginning or the end of the one before", () => {
  const blanked = (text: string) =>
    inTurn(text)
      .map((line) => (line.role === "fence" ? " ".repeat(line.text.length) : line.text))
      .join("\n");
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (text, one, other) => {
      const cuts = [text, text.slice(one % (text.length + 1)), text.slice(0, other % (text.length + 1))];
      const lines = [text.slice(text.indexOf("\n") + 1), text.slice(0, Math.max(0, text.lastIndexOf("\n")))];
      for (const part of [...cuts, ...lines, ...lines.map((line) => line.trim()), text])
        expect(withoutFences(part)).toBe(blanked(part));
    }),
    { numRuns: 5_000 },
  );
});
