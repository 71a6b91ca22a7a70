import type { Snapshot } from "../snapshot.ts";
import { outlineOf } from "./outline.ts";
import {
  type Colour,
  FONTS,
  type FontName,
  type Measure,
  type Picture,
  type Shape,
  wrapped,
} from "./picture-layout.ts";
import type { ExportFormat } from "./types.ts";

const WIDTH = 1200;
const MARGIN = 64;
const GAP = 48;
const COLUMN = (WIDTH - 2 * MARGIN - GAP) / 2;
const WHOLE = WIDTH - 2 * MARGIN;
const MOST_PROMISES = 14;
/** Most lines of a prompt: the bundled ones are whole. */
const PROMPT_LINES = 38;
/** Lines that an answer always has; the room that shorter prompts leave is the answers' too. */
const ANSWER_LINES = 18;

/** The comparison on one picture: both prompts, one answer of each, the contract, the verdict. */
export const picture: ExportFormat = {
  kind: "picture",
  id: "picture",
  label: "Picture",
  about: "A PNG of both sides, for slides and messages.",
  extension: "png",
  mediaType: "image/png",
  lay: layPicture,
};

function layPicture(snapshot: Snapshot, measure: Measure): Picture {
  const outline = outlineOf(snapshot);
  const shapes: Shape[] = [];
  let y = 56;

  /** Lines of text from `top` down; gives the place below them. */
  const text = (
    words: string,
    at: { x: number; top: number; width: number },
    font: FontName,
    fill: Colour,
    most: number,
  ) => {
    const { size, line } = FONTS[font];
    const lines = words.trim() === "" ? [] : wrapped(words, font, at.width, most, measure);
    lines.forEach((each, index) => {
      const baseline = at.top + index * line + size;
      if (each !== "") shapes.push({ kind: "text", x: at.x, y: baseline, text: each, font, fill });
    });
    return at.top + lines.length * line;
  };
  const rule = (x: number, width: number, height: number, fill: Colour) =>
    shapes.push({ kind: "box", x, y, width, height, fill });

  y = text(outline.title, { x: MARGIN, top: y, width: WHOLE }, "title", "ink", 2) + 10;
  for (const sentence of outline.origins) {
    y = text(sentence, { x: MARGIN, top: y, width: WHOLE }, "small", "soft", 2);
  }
  y += 22;

  const [answers] = outline.answers;
  const sides = [0, 1] as const;
  const fills = ["before", "after"] as const;
  const columns = sides.map((side) => ({ x: MARGIN + side * (COLUMN + GAP), fill: fills[side], side }));
  for (const { x, fill } of columns) rule(x, COLUMN, 4, fill);
  y += 16;
  let promptHeight = 0;
  y = lowest(columns, ({ x, fill, side }) => {
    const prompt = outline.prompts[side];
    const at = { x, width: COLUMN };
    let top = text(prompt?.label ?? "", { ...at, top: y }, "label", fill, 1);
    top =
      text(
        [prompt?.model, prompt?.settings].filter(Boolean).join(" · "),
        { ...at, top },
        "small",
        "soft",
        2,
      ) + 8;
    const words = prompt?.messages.map(({ content }) => content).join("\n\n") ?? "";
    const end = text(words, { ...at, top }, "prompt", "ink", PROMPT_LINES);
    promptHeight = Math.max(promptHeight, end - top);
    return end;
  });
  const left = PROMPT_LINES * FONTS.prompt.line - promptHeight;
  const answerLines = ANSWER_LINES + Math.floor(left / FONTS.answer.line);
  if (answers !== undefined) {
    y += 22;
    for (const { x } of columns) rule(x, COLUMN, 1, "line");
    y += 14;
    y = lowest(columns, ({ x, side }) => {
      const answer = answers.sides[side];
      const at = { x, width: COLUMN };
      const count = outline.answers.length;
      const heading = `Answer, ${answers.title.toLowerCase()}${count > 1 ? ` of ${count}` : ""}`;
      const top =
        text(
          answer === null || answer === undefined ? "No answer" : `${heading} · ${answer.facts}`,
          { ...at, top: y },
          "small",
          "soft",
          3,
        ) + 8;
      return text(answer?.text ?? "", { ...at, top }, "answer", "ink", answerLines);
    });
  }
  if (outline.contract.length > 0) {
    y += 26;
    rule(MARGIN, WHOLE, 1, "line");
    y += 14;
    const tallied = outline.answers.length > 0;
    const width = tallied ? WHOLE - 340 : WHOLE;
    const marks = [MARGIN + WHOLE - 320, MARGIN + WHOLE - 150];
    const heads = [text("Contract", { x: MARGIN, top: y, width }, "mark", "soft", 1)];
    if (tallied) {
      for (const { side, fill } of columns) {
        const at = { x: marks[side] ?? 0, top: y, width: 150 };
        heads.push(text(outline.prompts[side]?.label ?? "", at, "mark", fill, 3));
      }
    }
    y = Math.max(...heads) + 4;
    for (const { promise, tallies } of outline.contract.slice(0, MOST_PROMISES)) {
      if (tallied) {
        for (const side of sides) {
          text(tallies[side] ?? "", { x: marks[side] ?? 0, top: y, width: 150 }, "small", "ink", 1);
        }
      }
      y = text(promise, { x: MARGIN, top: y, width }, "small", "ink", 2) + 4;
    }
    const more = outline.contract.length - MOST_PROMISES;
    if (more > 0) y = text(`and ${more} more`, { x: MARGIN, top: y, width }, "small", "soft", 1);
  }
  if (outline.verdict !== "") {
    y += 22;
    rule(MARGIN, WHOLE, 1, "line");
    y += 18;
    y = text(outline.verdict, { x: MARGIN, top: y, width: WHOLE }, "verdict", "ink", 6);
  }
  const further = outline.prompts.length - 2;
  const footer = [
    "Afterprompt",
    outline.startedAt.slice(0, 10),
    further > 0 ? `${further} further prompts are not shown` : "",
  ];
  y = text(
    footer.filter((part) => part !== "").join(" · "),
    { x: MARGIN, top: y + 24, width: WHOLE },
    "small",
    "soft",
    1,
  );
  return { width: WIDTH, height: Math.ceil(y + 48), shapes };
}

function lowest<Column>(columns: readonly Column[], draw: (column: Column) => number): number {
  return Math.max(...columns.map(draw));
}
