import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Markdown } from "./markdown.tsx";
import { createBlockSplitter, PIECE_CHARS, PLAIN_CHARS, splitBlocks } from "./split-blocks.ts";

const filler = `${"word ".repeat(PIECE_CHARS / 5)}\n\n`;
const texts = (source: string, pieceChars?: number) =>
  splitBlocks(source, pieceChars).map((piece) => piece.text);
const html = (source: string) =>
  renderToStaticMarkup(<Markdown text={source} />).replace(/^<div[^>]*><div>|<\/div><\/div>$/g, "");
const bare = (markup: string) => markup.replace(/\s+/g, " ").replace(/> | </g, (edge) => edge.trim());

describe("where a piece may end", () => {
  test("after a paragraph that is followed by another", () => {
    expect(texts(`${filler}next\n`)).toEqual([filler, "next\n"]);
  });
  test("not before a line that is still being written", () => {
    expect(texts(`${filler}nex`)).toEqual([`${filler}nex`]);
  });
  test("not inside a fence, but before and after it", () => {
    const fence = "```\na\n\nb\n```\n";
    expect(texts(`${filler}${fence}end\n`)).toEqual([filler, `${fence}end\n`]);
    const long = `\`\`\`\n${"x\n\n".repeat(400)}\`\`\`\n`;
    expect(texts(`${filler}${long}end\n`)).toEqual([filler, long, "end\n"]);
  });
  test("not inside a fence of tildes that holds backticks", () => {
    const fence = `~~~~\n${filler}\`\`\`\n${filler}~~~\n${filler}~~~~\n`;
    expect(texts(`${fence}end\n`)).toEqual([fence, "end\n"]);
  });
  test("not between the items of a list, nor inside one", () => {
    const list = `1. ${filler}   inside\n\n2. two\n\n`;
    expect(texts(`${list}after\n`)).toEqual([list, "after\n"]);
  });
  test("not inside an HTML comment", () => {
    const comment = `<!--\n${filler}-->\n\n`;
    expect(texts(`${comment}after\n`)).toEqual([comment, "after\n"]);
  });
  test("not at a fence that is text inside an HTML block", () => {
    const block = `<div>\n\`\`\`\n</div>\n\n`;
    expect(texts(`${block}${filler}after\n`)).toEqual([`${block}${filler}`, "after\n"]);
  });
  test("not before an indented line, which may belong to what is above", () => {
    expect(texts(`${filler}    code\n`)).toEqual([`${filler}    code\n`]);
  });
});

describe("what is too large", () => {
  test("a line beyond the bound is shown as written, in small pieces", () => {
    const pieces = splitBlocks("[".repeat(1_000_000));
    expect(pieces.every((piece) => piece.kind === "plain" && piece.text.length <= 4_000)).toBe(true);
    expect(pieces.length).toBeGreaterThanOrEqual(250);
  });
  test("a long fence stays in the face of code, and markdown goes on after it", () => {
    const pieces = splitBlocks(`\`\`\`\n${"let x = 1;\n".repeat(2_000)}\`\`\`\n**after**\n`);
    expect(new Set(pieces.map((piece) => piece.kind))).toEqual(new Set(["code", "markdown"]));
    expect(pieces.at(-1)).toMatchObject({ kind: "markdown", text: "**after**\n" });
  });
  test("a surrogate pair is never cut", () => {
    const pieces = splitBlocks(`x${"🌊".repeat(PLAIN_CHARS)}`);
    expect(pieces.every((piece) => piece.text.isWellFormed())).toBe(true);
  });
});

const line = fc.oneof(
  fc.constantFrom(
    "",
    "",
    "",
    "text",
    "- item",
    "  more",
    "1. one",
    "2) two",
    "   inside",
    "    deep",
    "```",
    "```js",
    "  ```",
    " ~~~",
    "~~~~",
    "> quote",
    "> ```",
    "- ```",
    "# head",
    "===",
    "---",
    "* * *",
    "| a | b |",
    "|---|---|",
    "<div>",
    "</div>",
    "<b>bold</b>",
    "<span>",
    "<!-- c",
    "-->",
    "<pre>",
    "</pre>",
    "<?x",
    "?>",
    "\ttab",
    "-",
    "1.",
    "+   wide",
    "-\ttab item",
    "*em*",
    "\\",
  ),
  fc.string({ maxLength: 12, unit: fc.constantFrom(..."`~-*>#|<!1. a\t") }),
);
const document = fc.array(line, { maxLength: 30 }).map((lines) => lines.join("\n"));

describe("what always holds", () => {
  test("the pieces, joined, are the text", () => {
    fc.assert(
      fc.property(fc.oneof(document, fc.string({ maxLength: 30_000 })), (source) => {
        expect(texts(source, 1).join("")).toBe(source);
      }),
      { numRuns: 300 },
    );
  });

  test("however the text arrives, what is settled is what the whole text settles", () => {
    fc.assert(
      fc.property(
        document,
        fc.array(fc.nat({ max: 400 }), { minLength: 1, maxLength: 40 }),
        (source, steps) => {
          const split = createBlockSplitter(1);
          let end = 0;
          for (const step of steps) {
            end = Math.min(source.length, end + step);
            split(source.slice(0, end));
          }
          const { settled, tail } = split(source);
          expect([...settled, ...(tail.text === "" ? [] : [tail])]).toEqual(splitBlocks(source, 1));
        },
      ),
      { numRuns: 500 },
    );
  });

  test("the pieces show what the whole would", () => {
    fc.assert(
      fc.property(document, (source) => {
        expect(bare(texts(source, 1).map(html).join(""))).toBe(bare(html(source)));
      }),
      { numRuns: 2_000 },
    );
  });
});
