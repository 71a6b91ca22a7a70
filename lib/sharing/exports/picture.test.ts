import fc from "fast-check";
import { expect, test } from "vitest";
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
      expect(height).toBeLessThan(3_000);
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

test("[EX10] a text that is shortened says so; one that fits is whole", () => {
  const font: FontName = "small";
  expect(wrapped("one two three", font, 1_000, 3, measure)).toEqual(["one two three"]);
  expect(wrapped("one two three", font, 60, 3, measure)).toEqual(["one two", "three"]);
  expect(wrapped("a\n\nb\nc\nd", font, 1_000, 3, measure)).toEqual(["a", "", "… shortened"]);
  expect(wrapped("x".repeat(30), font, 90, 9, measure).join("")).toBe("x".repeat(30));
  expect(wrapped("word ".repeat(100_000), font, 400, 5, measure).at(-1)).toBe("… shortened");
});
