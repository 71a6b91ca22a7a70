/** A picture as shapes; whoever has a canvas paints them in this order. Pixels; `y` of a text is its baseline. */
export interface Picture {
  width: number;
  height: number;
  shapes: Shape[];
}

export type Shape =
  | { kind: "box"; x: number; y: number; width: number; height: number; fill: Colour }
  | { kind: "text"; x: number; y: number; text: string; font: FontName; fill: Colour };

/** The light theme: a picture is the same for everyone who gets it. */
export const COLOURS = {
  paper: "#fbfaf7",
  ink: "#1d1c1a",
  soft: "#65615a",
  line: "#e6e2d9",
  before: "#4a6a8a",
  after: "#985a00",
  good: "#2f6b3a",
  bad: "#a33b2e",
} as const;
export type Colour = keyof typeof COLOURS;

/** Size and line height in pixels. */
export const FONTS = {
  title: { family: "serif", weight: 600, size: 34, line: 42 },
  label: { family: "sans", weight: 600, size: 20, line: 28 },
  small: { family: "sans", weight: 400, size: 17, line: 25 },
  mark: { family: "sans", weight: 600, size: 17, line: 25 },
  prompt: { family: "sans", weight: 400, size: 19, line: 27 },
  answer: { family: "serif", weight: 400, size: 22, line: 33 },
  verdict: { family: "serif", weight: 600, size: 26, line: 35 },
} as const;
export type FontName = keyof typeof FONTS;

/** Width of a text in a font, pixels. */
export type Measure = (text: string, font: FontName) => number;

/** Longer texts are cut before they are measured, characters. */
const MEASURED_CHARS = 6_000;

/**
 * A text in lines no wider than `width`, at most `most` of them. What does not fit is told in the last line,
 * so that a shortened text never looks whole.
 */
export function wrapped(
  text: string,
  font: FontName,
  width: number,
  most: number,
  measure: Measure,
): string[] {
  const lines: string[] = [];
  const known = text.slice(0, MEASURED_CHARS).toWellFormed().replaceAll(/\r\n?/g, "\n").trim();
  for (const paragraph of known.split("\n")) {
    if (lines.length > most) break;
    lines.push(...wrappedParagraph(paragraph.replaceAll(/\s+/g, " ").trim(), font, width, measure));
  }
  const isWhole = lines.length <= most && text.length <= MEASURED_CHARS;
  return isWhole ? lines : [...lines.slice(0, most - 1), "… shortened"];
}

function wrappedParagraph(text: string, font: FontName, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (measure(longer, font) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = "";
    for (const sign of word) {
      if (line !== "" && measure(line + sign, font) > width) {
        lines.push(line);
        line = "";
      }
      line += sign;
    }
  }
  return [...lines, line];
}
