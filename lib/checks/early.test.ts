import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CONSTRAINT_KINDS, type Constraint } from "#lib/constraints/registry.ts";
import { decidedEarly } from "./early.ts";
import { hold } from "./hold.ts";

const FOUR: Constraint = { kind: "lines", op: "exactly", n: 4 };
const OPENING = "A golden light first kisses the water.";

const resultOf = (constraint: Constraint, text: string) =>
  decidedEarly({ id: "x", constraint }, text)?.result ?? null;

describe("decidedEarly", () => {
  test.each<[string, Constraint, string, "pass" | "fail" | null]>([
    ["four lines keep nothing yet", FOUR, "a\nb\nc\nd\n", null],
    ["a fifth line has begun", FOUR, "a\nb\nc\nd\ne and ", "fail"],
    ["blank lines are no lines", FOUR, "a\n\nb\n\nc\n\nd\n\n", null],
    ["too many of what may not be", { ...FOUR, not: true }, "a\nb\nc\nd\ne and ", "pass"],
    ["at least two lines", { kind: "lines", op: "at-least", n: 2 }, "a\nb\n", "pass"],
    ["the last word may go on", { kind: "exclude", words: ["hope"] }, "They hope", null],
    ["a forbidden word", { kind: "exclude", words: ["hope"] }, "They hope for", "fail"],
    ["a longer word is another", { kind: "exclude", words: ["hope"] }, "They hopefully go ", null],
    ["a wanted word", { kind: "include", words: ["lake"], mode: "all" }, "The lake lay ", "pass"],
    [
      "one of two wanted words",
      { kind: "include", words: ["lake", "sun"], mode: "all" },
      "The lake lay ",
      null,
    ],
    ["a comma", { kind: "no-comma" }, "Well, then", "fail"],
    ["no comma so far", { kind: "no-comma" }, "Well then so it goes", null],
    [
      "another opening",
      { kind: "starts-with", text: OPENING },
      `Here is a poem for you:\n\n${OPENING} And so on, `,
      "fail",
    ],
    ["another first word", { kind: "starts-with", text: OPENING }, "Here ", "fail"],
    [
      "the opening as asked",
      { kind: "starts-with", text: OPENING },
      `${OPENING}\nThe mist gives way before the day, and birds `,
      "pass",
    ],
    ["an opening still on its way", { kind: "starts-with", text: OPENING }, "A golden light ", null],
    ["a capital", { kind: "case", case: "lower" }, "the Lake lay ", "fail"],
    ["no JSON", { kind: "json" }, "Here is the JSON: ", "fail"],
    ["JSON in a fence", { kind: "json" }, "```json\n{", "fail"],
    ["JSON on its way", { kind: "json" }, '{"a": ', null],
    ["not in quotation marks", { kind: "quotes" }, "Well said ", "fail"],
    ["in quotation marks so far", { kind: "quotes" }, "“Well said ", null],
    ["the end is not there yet", { kind: "ends-with", text: "hope." }, "and then there was hope.\n", null],
    [
      "words are counted at the end of a line",
      { kind: "words", op: "at-most", n: 3 },
      "one two three four\n",
      "fail",
    ],
    ["too many characters", { kind: "characters", op: "at-most", n: 5 }, "more than five ", "fail"],
    ["three paragraphs of two", { kind: "paragraphs", op: "at-most", n: 2 }, "a\n\nb\n\nc ", "fail"],
    ["too many bullets", { kind: "bullets", op: "exactly", n: 1 }, "- a\n- b\n", "fail"],
    ["the word too often", { kind: "keyword", word: "sun", op: "at-most", n: 1 }, "sun sun sun ", "fail"],
    ["free text is for people", { kind: "other", text: "joyful" }, "Oh joy! ".repeat(20), null],
    ["nothing yet", FOUR, "", null],
    ["white space only", { kind: "no-comma" }, "  \n ", null],
  ])("%s", (_, constraint, text, expected) => {
    expect(resultOf(constraint, text)).toBe(expected);
  });

  test("says what was found so far, and where it stands in the text as it came", () => {
    const text = "a\r\nb\r\nc\r\nd\r\ne and ";
    const early = decidedEarly({ id: "lines", constraint: FOUR }, text);
    expect(early).toMatchObject({ id: "lines", found: "5 lines so far", asked: "exactly 4 lines" });
    expect(early?.spans.map(({ start, end }) => text.slice(start, end).trim())).toEqual([
      "a",
      "b",
      "c",
      "d",
      "e and",
    ]);
  });

  test("whatever comes after, a result that was said early is the result at the end", () => {
    const drafts: Constraint[] = [
      ...Object.values(CONSTRAINT_KINDS).map(({ draft }) => draft),
      FOUR,
      { kind: "words", op: "at-most", n: 4 },
      { kind: "words", op: "at-least", n: 3 },
      { kind: "lines", op: "between", n: 1, max: 2 },
      { kind: "characters", op: "exactly", n: 6 },
      { kind: "paragraphs", op: "at-most", n: 1 },
      { kind: "bullets", op: "at-most", n: 1 },
      { kind: "bullets", op: "at-least", n: 2, marker: "-" },
      { kind: "capital-words", op: "at-most", n: 0 },
      { kind: "highlighted", op: "at-most", n: 0 },
      { kind: "placeholders", op: "at-most", n: 0 },
      { kind: "sections", op: "at-most", n: 0, marker: "A" },
      { kind: "letter", letter: "a", op: "at-most", n: 1 },
      { kind: "keyword", word: "a b", op: "at-most", n: 1 },
      { kind: "exclude", words: ["a", "é", "b c"] },
      { kind: "include", words: ["a", "é"], mode: "all" },
      { kind: "include", words: ["ab"], mode: "any", match: "anywhere" },
      { kind: "starts-with", text: "a b" },
      { kind: "repeat-prompt", text: "A b" },
      { kind: "case", case: "upper" },
    ];
    const constraints = drafts.flatMap((draft) => [draft, { ...draft, not: true }]);
    const piece = fc.constantFrom(
      ..."a b A é e \u0301 \u0301 中 国 ก า ー 👨‍👩‍👧 \uD83D , 、 . * ** - # > < << >> [ ] ``` ``` ~~~ ' \" “ ” { } 1 . 2 \t _".split(
        " ",
      ),
      " ",
      " ",
      "\n",
      "\n",
      "\n\n",
      "\r\n",
      "\r",
      "- a\n",
      "* b\n",
      "A 1\n",
      "a b ",
      "[x] ",
      "*x* ",
      "<<t>>",
    );
    let decided = 0;
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 2, maxLength: 40, size: "max" }),
        fc.integer({ min: 1, max: 99 }),
        (pieces, share) => {
          const whole = pieces.join("");
          const partial = whole.slice(0, Math.floor((whole.length * share) / 100));
          for (const constraint of constraints) {
            const early = decidedEarly({ id: "x", constraint: constraint as Constraint }, partial);
            if (early === null) continue;
            decided += 1;
            const end = hold({ id: "x", constraint: constraint as Constraint }, whole).result;
            if (end !== early.result)
              throw new Error(JSON.stringify({ constraint, partial, whole, early: early.result, end }));
          }
        },
      ),
      { numRuns: 3_000 },
    );
    expect(decided).toBeGreaterThan(10_000);
  });
});
