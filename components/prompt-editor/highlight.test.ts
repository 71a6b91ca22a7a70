import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fillVariables } from "#lib/prompt/variables.ts";
import { itemSegments, itemsOf, variableSegments } from "./highlight.ts";

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
});
