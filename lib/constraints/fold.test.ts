import fc from "fast-check";
import { expect, test } from "vitest";
import { foldAll, foldCase, foldQuotes, normalText } from "./fold.ts";

test("folding keeps every place where it is", () => {
  for (let code = 0; code <= 0x1ffff; code += 1) {
    const character = String.fromCodePoint(code);
    expect(foldAll(character).length).toBe(character.length);
  }
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => foldAll(text).length === text.length));
});

test.each([
  ["İSTANBUL", "istanbul"],
  ["ΟΔΟΣ", "οδοσ"],
  ["ὀδός", "ὀδόσ"],
  ["СВЕТ", "свет"],
  ["光", "光"],
])("%s folds to %s", (text, folded) => {
  expect(foldCase(text)).toBe(folded);
});

test("quotation marks of several countries become straight", () => {
  expect(foldQuotes("“a” „b“ «c» ‘d’ ‚e‘")).toBe('"a" "b" "c" \'d\' \'e\'');
});

test("a hyphen that does not break is a hyphen, as a space that does not break is a space", () => {
  expect(foldAll("PEAK\u201177 a\u00a0well\u2010known")).toBe("peak-77 a well-known");
});

test("line ends and composition", () => {
  expect(normalText("a\r\nb\rcafe\u0301")).toBe("a\nb\ncaf\u00e9");
});
