import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fillVariables } from "#lib/prompt/variables.ts";
import { itemSegments, itemsOf, markedSegments, variableSegments } from "./highlight.ts";

describe("highlight", () => {
  test("segments join to the text, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(
          variableSegments(text)
            .map((segment) => segment.text)
            .join(""),
        ).toBe(text);
        expect(
          itemSegments(text)
            .map((segment) => segment.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });

  test("what is marked as a variable is what the compiler fills", () => {
    const text = "Dear {{name}}, {{ your order }} of {{größe}}; not {{}} nor {x} nor {{a.b}}.";
    const marked = variableSegments(text)
      .filter(({ kind }) => kind === "variable")
      .map((segment) => segment.text.slice(2, -2).trim());
    expect(marked).toEqual(fillVariables(text, {}).missing);
  });

  test("items of a list are marked without the commas between them", () => {
    const items = itemSegments("joyful,  deeply healing , ").filter(({ kind }) => kind === "item");
    expect(items.map(({ text }) => text)).toEqual(["joyful", "deeply healing"]);
    expect(itemsOf("joyful,  deeply healing , ")).toEqual(["joyful", "deeply healing"]);
  });

  test("a marked stretch is cut out of the segments, and nothing else changes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(30), fc.nat(30), (words, start, length) => {
        const text = `${words}{{name}}${words}`;
        const end = Math.min(start + length, text.length);
        const segments = markedSegments(variableSegments(text), { start, end });
        expect(segments.map((segment) => segment.text).join("")).toBe(text);
        const marked = segments.filter((segment) => segment.marked).map((segment) => segment.text);
        expect(marked.join("")).toBe(text.slice(start, end));
        for (const segment of segments) expect(text.startsWith(segment.text, segment.start)).toBe(true);
      }),
    );
  });
});
