import { IMPORT_BYTES, IMPORT_RECORDS, IMPORT_YAML_BYTES } from "#lib/base/limits.ts";
import { isAnswerTable } from "../answer-columns.ts";
import { readCsv } from "../csv.ts";
import { readYaml } from "../yaml.ts";
import { problemOfData, problemOfKey, tooMany } from "./plain-data.ts";
import { keyTwiceInJson } from "./twice-in-json.ts";
import type { FileData } from "./types.ts";

/** `problem` is the end of a sentence that begins with "This file cannot be read:"; `note` is a sentence of its own. */
export type ParsedFile = { data: FileData; note?: string } | { problem: string };

const NOT_UTF_8 =
  "The file is not in UTF-8 and was read as Windows-1252: look whether letters with accents are right.";

const ANSWERS_ONLY =
  "it holds answers, as a table for a spreadsheet, and no prompts. Export the comparison as JSON: that file can be read back in, with its answers";

/** A file as data: strict, bounded, nothing in it executed or looked up. The name only helps to tell the syntax. */
export function parseFile({ name, bytes }: { name: string; bytes: Uint8Array }): ParsedFile {
  if (bytes.length > IMPORT_BYTES) return { problem: `it is larger than ${megabytes(IMPORT_BYTES)}` };
  const { text, isGuess } = textOf(bytes);
  const parsed = parseText(name, text);
  return isGuess && "data" in parsed ? { ...parsed, note: NOT_UTF_8 } : parsed;
}

function parseText(name: string, text: string): ParsedFile {
  if (text.trim() === "") return { problem: "there is nothing in it" };
  if (text.includes("\0")) return { problem: "it is no text" };
  if (/\.(ya?ml)$/i.test(name)) return parseYaml(text);
  if (/\.(csv|tsv)$/i.test(name)) return parseTable(text);
  if (/^\s*[[{]/.test(text)) return parseJson(text) ?? parseLines(text);
  if (/^\s*(#|---|"?[\w$ -]+"?\s*:(\s|$)|- )/.test(text)) return parseYaml(text);
  if (/\.jsonl?$/i.test(name)) return { problem: "it is not valid JSON" };
  const [firstLine = ""] = text.trimStart().split("\n", 1);
  if (!/[,;\t]/.test(firstLine)) return { problem: "it is of no kind that is known here" };
  return parseTable(text);
}

/** UTF-8, or the UTF-16 that spreadsheets save, told by its mark; what is neither is taken for what older programs save. */
function textOf(bytes: Uint8Array): { text: string; isGuess: boolean } {
  const [first, second] = bytes;
  const wide =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "";
  if (wide !== "") return { text: new TextDecoder(wide).decode(bytes), isGuess: false };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), isGuess: false };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), isGuess: true };
  }
}

/** Null when the text is no JSON as a whole. */
function parseJson(text: string): ParsedFile | null {
  const value = jsonOf(text);
  if (value === undefined) return null;
  const problem = problemOfJson(text, value);
  return problem === null ? { data: { syntax: "data", value } } : { problem };
}

function parseLines(text: string): ParsedFile {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length > IMPORT_RECORDS) return { problem: tooMany(lines.length) };
  const values: unknown[] = [];
  for (const [index, line] of lines.entries()) {
    const value = jsonOf(line);
    if (value === undefined) {
      return { problem: index === 0 ? "it is not valid JSON" : `line ${index + 1} is not valid JSON` };
    }
    const problem = problemOfJson(line, value);
    if (problem !== null) return { problem: `in line ${index + 1}, ${problem}` };
    values.push(value);
  }
  return { data: { syntax: "lines", values } };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problemOfJson(text: string, value: unknown): string | null {
  const problem = problemOfData(value);
  if (problem !== null) return problem;
  const twice = keyTwiceInJson(text);
  return twice === null ? null : `the field “${twice.slice(0, 60)}” stands twice in one place`;
}

function parseYaml(text: string): ParsedFile {
  if (text.length > IMPORT_YAML_BYTES) {
    return { problem: `it is larger than ${megabytes(IMPORT_YAML_BYTES)}, the most for YAML` };
  }
  const read = readYaml(text);
  if ("problem" in read) return read;
  const problem = problemOfData(read.value);
  return problem === null ? { data: { syntax: "data", value: read.value } } : { problem };
}

function parseTable(text: string): ParsedFile {
  const read = readCsv(text, IMPORT_RECORDS + 2);
  if ("problem" in read) return read;
  const [header = [], ...rows] = read.rows;
  if (rows.length > IMPORT_RECORDS) return { problem: tooMany(rows.length) };
  const names = header.map((name) => name.trim());
  if (isAnswerTable(names)) return { problem: ANSWERS_ONLY };
  for (const name of names) {
    const problem = problemOfKey(name);
    if (problem !== null) return { problem };
  }
  const twice = names.find((name, index) => name !== "" && names.indexOf(name) !== index);
  if (twice !== undefined) return { problem: `two columns are named “${twice.slice(0, 60)}”` };
  return { data: { syntax: "table", names, rows } };
}

function megabytes(bytes: number): string {
  return `${bytes / 1024 / 1024} MB`;
}
