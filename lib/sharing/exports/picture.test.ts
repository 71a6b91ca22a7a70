import fc from "fast-check";
import { expect, test } from "vitest";
import { loadStrategies } from "#lib/library/strategies.server.ts";
import { loadTemplates } from "#lib/library/templates.server.ts";
import { freeze } from "../freeze.ts";
import { lessonSnapshots } from "../lesson-snapshots.fixture.ts";
import { randomSnapshot } from "../random-snapshots.fixture.ts";
import { picture } from "./picture.ts";
import { FONTS, type FontName, type Measure, wrapped } from "./picture-layout.ts";

/** As wide as an average letter of the font. */
const measure: Measure = (text, font) => [...text].length * FONTS[font].size * 0.5;

test("[EX10] every text of a picture is inside it, and no line is wider than its column", () => {
  if (picture.kind !== "picture") throw new Error("not a picture");
  const { lay } = picture;
  const snapshots = fc.oneof(
    randomSnapshot,
    fc.constantFrom(...lessonSnapshots().map(({ snapshot }) => snapshot)),
  );
  fc.assert(
    fc.property(snapshots, (snapshot) => {
      const { width, height, shapes } = lay(snapshot, measure);
      // Drawn at double size: some browsers draw nothing on a canvas of more than 4,096 × 4,096 pixels.
      expect(width * height * 2 * 2).toBeLessThanOrEqual(4_096 * 4_096);
      for (const shape of shapes) {
        const right =
          shape.kind === "text" ? shape.x + measure(shape.text, shape.font) : shape.x + shape.width;
        if (shape.x < 0 || shape.y < 0 || shape.y > height || right > width) {
          throw new Error(`${JSON.stringify(shape)} is outside`);
        }
      }
    }),
    { numRuns: 300 },
  );
});

const bundled = [
  ...lessonSnapshots(),
  ...[...loadTemplates(), ...loadStrategies()].map(({ slug, comparison }) => ({
    slug,
    snapshot: freeze(comparison, null),
  })),
];

test.each(bundled)("[EX10] the bundled $slug is whole in its picture", ({ snapshot }) => {
  if (picture.kind !== "picture") throw new Error("not a picture");
  // A little wider than the letters of the fonts are.
  const { shapes } = picture.lay(snapshot, (text, font) => measure(text, font) * 1.1);
  const words = shapes.flatMap((shape) => (shape.kind === "text" ? [shape.text] : []));
  expect(words).not.toContain("… shortened");
});

test("[EX10] prompts and answers without end are shortened, each with room of its own", () => {
  if (picture.kind !== "picture") throw new Error("not a picture");
  const [lesson] = lessonSnapshots();
  if (lesson === undefined) throw new Error("no lesson");
  const { snapshot } = lesson;
  const endless = "A line.\n".repeat(500);
  const { shapes } = picture.lay(
    {
      ...snapshot,
      comparison: {
        ...snapshot.comparison,
        variants: snapshot.comparison.variants.map((variant) => ({
          ...variant,
          prompt: { kind: "text" as const, text: endless },
        })),
      },
      run: snapshot.run && {
        ...snapshot.run,
        samples: snapshot.run.samples.map((sample) => ({ ...sample, text: endless })),
      },
    },
    measure,
  );
  const texts = shapes.filter((shape) => shape.kind === "text");
  const count = (font: FontName, text: string) =>
    texts.filter((shape) => shape.font === font && shape.text === text).length;
  expect([count("prompt", "A line."), count("prompt", "… shortened")]).toEqual([2 * 37, 2]);
  expect([count("answer", "A line."), count("answer", "… shortened")]).toEqual([2 * 17, 2]);
});

test("[EX10] a text that is shortened says so; one that fits is whole", () => {
  const font: FontName = "small";
  expect(wrapped("one two three", font, 1_000, 3, measure)).toEqual(["one two three"]);
  expect(wrapped("one two three", font, 60, 3, measure)).toEqual(["one two", "three"]);
  expect(wrapped("a\n\nb\nc\nd", font, 1_000, 3, measure)).toEqual(["a", "", "… shortened"]);
  expect(wrapped("x".repeat(30), font, 90, 9, measure).join("")).toBe("x".repeat(30));
  expect(wrapped("word ".repeat(100_000), font, 400, 5, measure).at(-1)).toBe("… shortened");
});
