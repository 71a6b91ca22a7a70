import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conflictsOf } from "./conflicts.ts";
import { CONSTRAINT_KINDS, type Constraint } from "./registry.ts";

const lines = (n: number, op: "exactly" | "at-least" | "at-most" = "exactly"): Constraint => ({
  kind: "lines",
  op,
  n,
});
const words = (n: number, op: "exactly" | "at-least" | "at-most" = "exactly"): Constraint => ({
  kind: "words",
  op,
  n,
});
const sentences = (n: number): Constraint => ({ kind: "sentences", op: "at-least", n });
const paragraphs = (n: number, divider?: string): Constraint => ({
  kind: "paragraphs",
  op: "exactly",
  n,
  divider,
});
const bullets = (n: number, marker?: "-" | "•" | "1."): Constraint => ({
  kind: "bullets",
  op: "exactly",
  n,
  marker,
});
const characters = (n: number): Constraint => ({ kind: "characters", op: "at-most", n });
const keyword = (
  word: string,
  n: number,
  op: "exactly" | "at-least" | "at-most" = "at-least",
): Constraint => ({ kind: "keyword", word, op, n });
const include = (...all: string[]): Constraint => ({ kind: "include", words: all, mode: "all" });
const anyOf = (...some: string[]): Constraint => ({ kind: "include", words: some, mode: "any" });
const exclude = (...out: string[]): Constraint => ({ kind: "exclude", words: out });
const starts = (text: string): Constraint => ({ kind: "starts-with", text });
const ends = (text: string): Constraint => ({ kind: "ends-with", text });
const oneOf = (...options: string[]): Constraint => ({ kind: "one-of", options });
const letter = (sign: string, n: number): Constraint => ({ kind: "letter", letter: sign, op: "at-most", n });
const repeat = (text: string): Constraint => ({ kind: "repeat-prompt", text });
const LOWER: Constraint = { kind: "case", case: "lower" };
const UPPER: Constraint = { kind: "case", case: "upper" };
const JSON_ONLY: Constraint = { kind: "json" };
const NO_COMMA: Constraint = { kind: "no-comma" };
const QUOTES: Constraint = { kind: "quotes" };
const PLAIN: Constraint = { kind: "no-markdown" };
const NO_TITLE: Constraint = { kind: "no-markdown", what: "title" };
const TITLE: Constraint = { kind: "title" };
const FRENCH: Constraint = { kind: "language", code: "fr" };
const CHINESE: Constraint = { kind: "language", code: "zh" };
const NUMBER: Constraint = { kind: "number", min: 0, max: 100 };
const READING: Constraint = { kind: "reading-level", op: "at-most", n: 8 };
const POSTSCRIPT: Constraint = { kind: "postscript", marker: "P.S." };
const TWO: Constraint = { kind: "two-responses", divider: "******" };
const SHOUT: Constraint = { kind: "capital-words", op: "at-least", n: 2 };

const rulesOf = (one: Constraint, other: Constraint) =>
  conflictsOf({ constraints: [one, other] }).map(({ rule }) => rule);

describe("[CF1-CF16] two constraints", () => {
  test.each<[string, Constraint, Constraint, string]>([
    ["[CF1] at least 5 and at most 3 lines", lines(5, "at-least"), lines(3, "at-most"), "no number is both"],
    ["[CF1] exactly 4 and exactly 5 words", words(4), words(5), "no number is both"],
    [
      "[CF1] between 2 and 3, and at least 4",
      { kind: "lines", op: "between", n: 2, max: 3 },
      lines(4, "at-least"),
      "no number is both",
    ],
    [
      "[CF1] the same word twice and never",
      keyword("sun", 2),
      keyword("Sun", 1, "at-most"),
      "no number is both",
    ],
    ["[CF2] 6 paragraphs in 4 lines", lines(4), paragraphs(6), "6 paragraphs need at least 6 lines"],
    [
      "[CF2] 20 sentences in 10 words",
      words(10, "at-most"),
      sentences(20),
      "20 sentences need at least 20 words",
    ],
    ["[CF2] 5 points in 3 lines", bullets(5), lines(3), "5 bullet points need at least 5 lines"],
    [
      "[CF2] 200 words in 100 characters",
      words(200),
      characters(100),
      "200 words need at least 200 characters",
    ],
    [
      "[CF2] a word more often than there are words",
      keyword("sun", 5),
      words(3),
      "5 times need at least 5 words",
    ],
    ["[CF2] one line without a word", lines(1), words(0), "1 line needs at least 1 word"],
    [
      "[CF3] 4 lines with at least 200 words",
      lines(4),
      words(200, "at-least"),
      "each line would need about 50 words",
    ],
    [
      "[CF3] 200 words in 2 sentences",
      words(200),
      { kind: "sentences", op: "at-most", n: 2 },
      "about 100 words",
    ],
    [
      "[CF4] a word asked for and ruled out",
      include("Lake"),
      exclude("lake"),
      "“lake” is asked for and ruled out",
    ],
    ["[CF4] a phrase with a word that is ruled out", include("calm lake"), exclude("lake"), "“lake”"],
    [
      "[CF4] every one of several words ruled out",
      anyOf("sun", "moon"),
      exclude("sun", "moon"),
      "every word that would do",
    ],
    ["[CF4] counted and ruled out", keyword("lake", 2), exclude("lake"), "“lake”"],
    ["[CF4] none of it and asked for", include("lake"), keyword("lake", 0, "exactly"), "“lake”"],
    ["[CF4] in the ending", ends("by the lake."), exclude("lake"), "“lake”"],
    ["[CF5] a keyword with a comma", NO_COMMA, keyword("well, then", 1), "“well, then” has a comma"],
    ["[CF5] an opening with a comma", starts("Dear Ada, hello"), NO_COMMA, "has a comma"],
    ["[CF5] JSON with two keys", { kind: "json", keys: ["a", "b"] }, NO_COMMA, "commas between its keys"],
    [
      "[CF6] small letters and a capital to start with",
      LOWER,
      starts("A golden light"),
      "has capital letters",
    ],
    ["[CF6] capitals and a small ending", ends("the end."), UPPER, "has small letters"],
    ["[CF6] small and capital", LOWER, UPPER, "letters are large or small"],
    ["[CF6] small letters and words in capitals", LOWER, SHOUT, "words in capitals"],
    ["[CF7] no e, and a word with one", letter("e", 0), include("sunrise"), "“sunrise” has that letter"],
    ["[CF8] JSON and points", JSON_ONLY, bullets(3), "JSON leaves no room"],
    ["[CF8] JSON and a first line", JSON_ONLY, starts("Here it is:"), "begins with a bracket"],
    ["[CF8] JSON and a postscript", POSTSCRIPT, JSON_ONLY, "JSON leaves no room"],
    ["[CF8] JSON and one of two words", JSON_ONLY, oneOf("yes", "no"), "cannot be both"],
    ["[CF9] yes or no in four lines", oneOf("yes", "no"), lines(4), "none of the possible answers"],
    [
      "[CF9] yes or no, and another beginning",
      oneOf("yes", "no"),
      starts("Well"),
      "none of the possible answers",
    ],
    ["[CF9] a number with a word", NUMBER, include("lake"), "none of the possible answers"],
    ["[CF9] a number and two answers", TWO, NUMBER, "none of the possible answers"],
    ["[CF10] two beginnings", starts("Dear Ada"), starts("Hello"), "one beginning"],
    [
      "[CF10] a repeated request and another beginning",
      repeat("Write a poem."),
      starts("A golden light"),
      "one beginning",
    ],
    [
      "[CF10] another first word",
      { kind: "paragraph-start", paragraph: 1, word: "First" },
      starts("Hello"),
      "one beginning",
    ],
    ["[CF11] two endings", ends("The end."), ends("Goodbye."), "one end"],
    [
      "[CF12] quotation marks around, none to start with",
      QUOTES,
      starts("Hello"),
      "does not begin with a quotation mark",
    ],
    [
      "[CF12] quotation marks around, none at the end",
      ends("the end"),
      QUOTES,
      "does not end with a quotation mark",
    ],
    ["[CF13] plain text with dashes as points", PLAIN, bullets(3, "-"), "bullet points are Markdown"],
    [
      "[CF13] plain text with highlights",
      { kind: "highlighted", op: "at-least", n: 1 },
      PLAIN,
      "highlights are Markdown",
    ],
    ["[CF13] a title and none", TITLE, NO_TITLE, "a title is asked for"],
    ["[CF14] two languages", FRENCH, CHINESE, "one language"],
    ["[CF15] capitals in Chinese", CHINESE, UPPER, "Chinese has no capital letters"],
    ["[CF15] an English formula for French", READING, FRENCH, "made for English"],
    [
      "[CF16] a promise and its opposite",
      lines(4),
      { kind: "lines", op: "exactly", n: 4, not: true },
      "rules out",
    ],
  ])("%s", (title, one, other, why) => {
    const rule = title.slice(1, title.indexOf("]"));
    for (const constraints of [
      [one, other],
      [other, one],
    ]) {
      const found = conflictsOf({ constraints });
      expect(found.map((conflict) => conflict.rule)).toEqual([rule]);
      expect(found[0]?.sentence).toContain(why);
      expect(found[0]?.parts.map(({ index }) => index)).toEqual([0, 1]);
    }
  });

  test.each<[string, Constraint, Constraint]>([
    ["the same count twice", lines(4), lines(4)],
    ["counts that meet", lines(3, "at-least"), lines(5, "at-most")],
    ["counts of two words", keyword("sun", 3), keyword("moon", 1, "exactly")],
    ["4 lines with 60 words", lines(4), words(60)],
    ["one line with 200 words", lines(1), words(200)],
    ["4 paragraphs in at most 6 lines", paragraphs(4), lines(6, "at-most")],
    ["4 paragraphs divided by a sign, in 3 lines", paragraphs(4, "/"), lines(3, "exactly")],
    ["3 points in 10 lines", bullets(3), lines(10, "at-most")],
    ["a longer word", include("hopeful"), exclude("hope")],
    ["one of two words may be left out", anyOf("sun", "moon"), exclude("sun")],
    ["an included word in small letters", include("Lake"), LOWER],
    ["a small opening in small letters", starts("a golden light"), LOWER],
    ["no comma and a word", NO_COMMA, include("lake")],
    ["JSON with one key and no comma", { kind: "json", keys: ["a"] }, NO_COMMA],
    ["JSON that begins with a bracket", JSON_ONLY, starts("{")],
    ["JSON in French", JSON_ONLY, FRENCH],
    ["JSON with few words", JSON_ONLY, words(20, "at-most")],
    ["not JSON, with points", { kind: "json", not: true }, bullets(3)],
    ["yes or no in one line", oneOf("yes", "no"), lines(1)],
    ["one of the answers begins so", oneOf("yes", "no"), starts("yes")],
    [
      "an answer inside a text of four lines",
      { kind: "one-of", options: ["yes", "no"], where: "inside" },
      lines(4),
    ],
    ["a number without commas", NUMBER, NO_COMMA],
    ["a longer and a shorter beginning", starts("Dear"), starts("Dear Ada")],
    ["a repeated request that begins so", repeat("Write a poem."), starts("Write")],
    [
      "the second paragraph begins otherwise",
      { kind: "paragraph-start", paragraph: 2, word: "Then" },
      starts("Hello"),
    ],
    ["a longer and a shorter ending", ends("the end."), ends("end.")],
    ["quotation marks and a quoted beginning", QUOTES, starts("“Hello")],
    ["plain text with round points", PLAIN, bullets(3, "•")],
    ["no title and points", NO_TITLE, bullets(3, "-")],
    ["the same language twice", FRENCH, FRENCH],
    ["capitals in French", FRENCH, UPPER],
    ["no words in capitals in Chinese", CHINESE, { kind: "capital-words", op: "at-most", n: 0 }],
    [
      "two different refusals",
      { kind: "lines", op: "exactly", n: 4, not: true },
      { kind: "lines", op: "exactly", n: 5, not: true },
    ],
    ["free text", { kind: "other", text: "rhymes" }, { kind: "other", text: "does not rhyme" }],
    ["a word still to be typed", include(""), exclude("")],
    ["an ending and a postscript", POSTSCRIPT, ends("P.S. Write soon.")],
  ])("no warning: %s", (_, one, other) => {
    expect([...rulesOf(one, other), ...rulesOf(other, one)]).toEqual([]);
  });
});

describe("the opening line and the closing", () => {
  test("[CF8] JSON only with an opening line and a closing: both are named", () => {
    const found = conflictsOf({ constraints: [JSON_ONLY], opening: "Here you are.", closing: "a wish" });
    expect(found).toEqual([
      {
        rule: "CF8",
        sentence: "“valid JSON” and the opening line do not go together: valid JSON begins with a bracket.",
        parts: [
          { part: "constraints", index: 0 },
          { part: "opening", index: 0 },
        ],
      },
      {
        rule: "CF8",
        sentence: "“valid JSON” and the closing do not go together: valid JSON ends with its last bracket.",
        parts: [
          { part: "constraints", index: 0 },
          { part: "closing", index: 0 },
        ],
      },
    ]);
  });

  test("[CF9] [CF10] other promises are held against them too", () => {
    const opening = "A golden light first kisses the water.";
    expect(conflictsOf({ constraints: [repeat("Write a poem.")], opening })[0]?.rule).toBe("CF10");
    expect(conflictsOf({ constraints: [exclude("light")], opening })[0]?.rule).toBe("CF4");
    expect(conflictsOf({ constraints: [oneOf("yes")], closing: "hope" })[0]?.rule).toBe("CF9");
  });

  test("the poem says nothing twice and contradicts nothing; empty parts are no promises", () => {
    const constraints = [lines(4), NO_TITLE, anyOf("lake")];
    const opening = "A golden light first kisses the water.";
    expect(conflictsOf({ constraints, opening, closing: "the feeling of hope" })).toEqual([]);
    expect(conflictsOf({ constraints: [JSON_ONLY], opening: " ", closing: "" })).toEqual([]);
  });
});

test("any two drafts, turned round or not, are compared without a crash and the same way in both orders", () => {
  const drafts: Constraint[] = Object.values(CONSTRAINT_KINDS).map(({ draft }) => draft);
  const draft = fc.constantFrom(...drafts);
  fc.assert(
    fc.property(draft, draft, fc.boolean(), (one, other, not) => {
      const turned = not && "not" in one ? { ...one, not: true } : one;
      expect(rulesOf(turned, other).length).toBe(rulesOf(other, turned).length);
    }),
    { numRuns: 1_000 },
  );
});
