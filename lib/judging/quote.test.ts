import fc from "fast-check";
import { expect, test } from "vitest";
import { findQuote } from "./quote.ts";

const POEM = "A golden light first kisses the water,\r\nand “hope” comes home\u00a0– over the cafe\u0301.";

test.each([
  ["golden light", "golden light"],
  ["  golden light ", "golden light"],
  ['"hope" comes home', "“hope” comes home"],
  ["comes home –", "comes home\u00a0–"],
  ["water,\n| and", "water,\r\nand"],
  ["the caf\u00e9.", "the cafe\u0301."],
])("[JD4][JD5] %j stands in the text", (quoted, found) => {
  const quote = findQuote(POEM, quoted);
  expect(quote?.text).toBe(found);
  expect(POEM.slice(quote?.start, quote?.end)).toBe(found);
});

test.each(["Golden light", "golden  lights", "a silver light", "", "   ", "the", "| ", POEM.repeat(20)])(
  "[JD4][JD5] %j is no quote of it",
  (quoted) => {
    expect(findQuote(POEM, quoted)).toBeNull();
  },
);

test("[JD4][JD5] rows of a table are found with their own signs, and with those of the fence before them", () => {
  const table = "| tea | 3 |\n| milk | 4 |";
  expect(findQuote(table, table)?.text).toBe(table);
  expect(findQuote(table, "| tea | 3 |\n| | milk | 4 |")?.text).toBe(table);
});

test("[JD4] a text shorter than any quote can be quoted whole", () => {
  expect(findQuote(" no ", "no")).toEqual({ start: 1, end: 3, text: "no" });
  expect(findQuote("", "")).toBeNull();
});

test("[JD4][JD5] what is cut from a text is found in it, at a place that reads the same", () => {
  const unit = fc.constantFrom(
    "a",
    "B",
    "é",
    "e\u0301",
    "🌅",
    "\r\n",
    "\n",
    "“",
    '"',
    " ",
    "\u00a0",
    "漢",
    "|",
  );
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 80 }), fc.nat(), fc.nat(), (units, at, size) => {
      const start = at % units.length;
      const cut = units
        .slice(start, start + 4 + (size % 30))
        .join("")
        .trim();
      fc.pre(cut.normalize("NFC").replaceAll("\r\n", "\n").length >= 4);
      const text = units.join("");
      const quote = findQuote(text, cut);
      const plain = (value = "") =>
        value
          .normalize("NFC")
          .replace(/\r\n|\s/g, " ")
          .replace(/[“"]/g, '"');
      expect(plain(quote?.text)).toBe(plain(cut));
      expect(text.slice(quote?.start, quote?.end)).toBe(quote?.text);
    }),
  );
});
