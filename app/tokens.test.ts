import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("./globals.css", import.meta.url), "utf8");
const TOKENS = new Map(
  [...css.matchAll(/--color-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light, dark }],
  ),
);

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2 contrast ratio. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function token(name: string, theme: "light" | "dark"): string {
  const value = TOKENS.get(name)?.[theme];
  if (!value) throw new Error(`no token ${name}`);
  return value;
}

const SURFACES = ["paper", "card", "hair", "before-wash", "after-wash"];
const TEXT_PAIRS = [
  ...["ink", "soft", "before", "after", "good", "bad", "focus"].flatMap((text) =>
    SURFACES.map((surface) => [text, surface] as const),
  ),
  ...["ink", "good", "bad", "before", "after"].map((text) => [text, "mark"] as const),
  ["paper", "ink"] as const,
];
/** Edges of inputs, the focus ring and marks without words. */
const SHAPE_PAIRS = ["control", "focus", "before", "after", "good", "bad"].flatMap((shape) =>
  SURFACES.map((surface) => [shape, surface] as const),
);

describe.each(["light", "dark"] as const)("%s", (theme) => {
  test.each(TEXT_PAIRS)("[R62] text %s on %s has 4.5:1", (text, surface) => {
    expect(contrast(token(text, theme), token(surface, theme))).toBeGreaterThanOrEqual(4.5);
  });
  test.each(SHAPE_PAIRS)("[R62] shape %s on %s has 3:1", (shape, surface) => {
    expect(contrast(token(shape, theme), token(surface, theme))).toBeGreaterThanOrEqual(3);
  });
});

test("[R62] every colour is a pair for light and dark", () => {
  const declared = [...css.matchAll(/--color-([a-z-]+): /g)].map(([, name]) => name);
  expect(declared.filter((name = "") => !TOKENS.has(name))).toEqual(["transparent", "current"]);
});

test("[R62] motion stops for people who ask for none", () => {
  expect(css).toMatch(/@media \(prefers-reduced-motion: reduce\)/);
});
