import Papa from "papaparse";

/** What a spreadsheet takes for the beginning of a formula, and our own guard before it. */
const STARTS_FORMULA = /^[=+\-@\t\r\n\0＝＋－＠']/;

/** A cell that no spreadsheet works out: a `'` before whatever could begin a formula. */
export function guarded(text: string): string {
  return STARTS_FORMULA.test(text) ? `'${text}` : text;
}

/** The text of a cell without the guard; a text that was not guarded stays as it is. */
export function unguarded(text: string): string {
  return text.startsWith("'") && STARTS_FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}

/** Rows as CSV by RFC 4180: every cell in quotation marks and guarded, every row ended by CR LF. */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number) =>
    typeof value === "number" ? String(value) : `"${guarded(value).replaceAll('"', '""')}"`;
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** What was read, or why it could not be: a sentence for a person. */
export type ReadCsv = { rows: string[][] } | { problem: string };

/** The rows of a CSV or TSV text, guards taken away; lines with nothing on them are not rows. At most `most` rows are read. */
export function readCsv(text: string, most: number): ReadCsv {
  const { data, errors } = Papa.parse<string[]>(text, { preview: most, skipEmptyLines: "greedy" });
  const broken = errors.find(({ type }) => type === "Quotes");
  if (broken !== undefined)
    return { problem: `a quotation mark in row ${(broken.row ?? 0) + 1} is not closed` };
  return { rows: data.map((row) => row.map(unguarded)) };
}
