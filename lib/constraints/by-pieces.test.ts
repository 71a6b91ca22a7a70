import fc from "fast-check";
import { expect, test } from "vitest";
import { byPieces, cutBehind } from "./by-pieces.ts";
import { capitalWords } from "./kinds/capital-words.ts";
import { characters } from "./kinds/characters.ts";
import { include } from "./kinds/include.ts";
import { readingLevel } from "./kinds/reading-level.ts";
import { sentences } from "./kinds/sentences.ts";
import { words } from "./kinds/words.ts";
import { countSentences, sentenceSpans } from "./sentence-spans.ts";

/** A reader that tells which pieces it had to look at. */
function witness() {
  const looked: string[] = [];
  const read = byPieces(cutBehind(/\n/g), (piece) => {
    looked.push(piece);
    return piece.toUpperCase();
  });
  return {
    read: (text: string) => Array.from(read(text), ({ value }) => value).join(""),
    looked: () => looked.splice(0),
  };
}

const LINE = `${"A golden light kisses the lake. ".repeat(3)}\n`;
const TEXT = Array.from({ length: 200 }, (_, index) => `${index} ${LINE}`)
  .join("")
  .trim();
const afterFirst = TEXT.slice(TEXT.indexOf("\n") + 1);
const beforeLast = TEXT.slice(0, TEXT.lastIndexOf("\n"));

test.each([
  ["without its first line", afterFirst],
  ["without its last line", beforeLast],
  ["some words later", `${TEXT} And hope.`],
])("of a text %s only the piece that differs is read", (_, text) => {
  const { read, looked } = witness();
  read(TEXT);
  expect(looked().length).toBeGreaterThan(5);
  expect(read(text)).toBe(text.toUpperCase());
  expect(looked()).toHaveLength(1);
  expect(read(TEXT)).toBe(TEXT.toUpperCase());
  expect(looked()).toEqual([]);
});

test("a piece is read when it is asked for", () => {
  let read = 0;
  const pieces = byPieces(cutBehind(/\n/g), () => {
    read += 1;
    return read;
  });
  expect(pieces(TEXT).next().value).toEqual({ start: 0, value: 1 });
  expect(read).toBe(1);
});

const UNIT = fc.constantFrom(
  ..."The lake is calm. |The lake is calm. |Hope! |* |* # |abcf. The |ab12. Foo |a|Z|9|.| |\n|\n\n|- |# |```\n|~~~|Mr. |am 3. Mai |z. B. |光が。|湖は|「はい。」と|λόγος; |ضوء. |आशा। |क्षि |ที่ |👩‍👩‍👧|e\u0301|\u0301|\u200d|\u2028|…|don’t |１，０００|，|NASA |it is the | of ".split(
    "|",
  ),
);
/** Long enough for several pieces, and with an end of its own. */
const longText = fc
  .tuple(fc.array(UNIT, { minLength: 2, maxLength: 30 }), fc.array(UNIT, { maxLength: 20 }))
  .map(([units, end]) => `${end.join("")}${`${units.join("")} `.repeat(300).slice(0, 7_000)}${end.join("")}`);

const FINDINGS = {
  words: (text: string) => words.check({ kind: "words", op: "exactly", n: 3 }, text, "strict"),
  sentences: (text: string) => sentences.check({ kind: "sentences", op: "exactly", n: 3 }, text, "strict"),
  "number of sentences": (text: string) => countSentences(text),
  characters: (text: string) =>
    characters.check({ kind: "characters", op: "at-most", n: 5_000 }, text, "strict"),
  capitals: (text: string) =>
    capitalWords.check({ kind: "capital-words", op: "exactly", n: 3 }, text, "strict"),
  level: (text: string) => readingLevel.check({ kind: "reading-level", op: "at-most", n: 8 }, text, "strict"),
  include: (text: string) =>
    include.check({ kind: "include", words: ["lake", "光"], mode: "all" }, text, "strict"),
};

/** With fences, because those are kept as well. */
const FILLERS = ["1", "2", "3", "4", "5"].map((sign) => `\`\`\`\n${sign}\n\`\`\``);

test("what is found in a text does not depend on what was read before it", () => {
  fc.assert(
    fc.property(longText, fc.nat(), fc.nat(), (whole, one, other) => {
      const [start, end] = [one % whole.length, whole.length - (other % 3_000)];
      for (const find of Object.values(FINDINGS)) {
        const related = [whole, whole.slice(start), whole.slice(0, end), `${whole}${whole.slice(start)}`];
        const found = related.map((text) => find(text));
        // Texts that have nothing to do with these push them out of what is kept.
        for (const text of FILLERS) find(text);
        for (const [index, text] of related.entries()) {
          expect(find(text)).toEqual(found[index]);
          for (const filler of FILLERS) find(filler);
        }
      }
    }),
    { numRuns: 100 },
  );
});

test.each([
  [
    "a heading that begins where a text is cut off",
    "x ",
    `# ${"Word lake is here. ".repeat(130)}no end\nNext line here`,
    131,
  ],
  [
    "a heading behind much white space",
    "Foo\n",
    `${" ".repeat(210)}# ${"Word lake is here. ".repeat(130)}no end\nNext line`,
    131,
  ],
  [
    "an abbreviation that is the end of a word",
    `${"Word lake is here. ".repeat(105)}lake ab`,
    "cf. The rest is here. And more",
    2,
  ],
])("what stood before it does not change %s", (_, before, text, count) => {
  sentenceSpans(`${before}${text}`);
  expect(sentenceSpans(text)).toHaveLength(count);
  expect(countSentences(text)).toBe(count);
});
