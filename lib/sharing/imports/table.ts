import { PROMPT_CHARS } from "#lib/base/limits.ts";
import { textOf } from "#lib/comparison/lenient.ts";
import { restore } from "#lib/comparison/restore.ts";
import { casesOf } from "./case-rows.ts";
import { counted, createNotes, type Notes } from "./notes.ts";
import { variableName } from "./templates.ts";
import type { ImportFormat, ImportReading } from "./types.ts";

const BEFORE = /^(?:before|before prompt|prompt before|prompt a|a)$/i;
const AFTER = /^(?:after|after prompt|prompt after|prompt b|b)$/i;

/** A table: a pair of prompts in the columns "before" and "after", or rows of values for the prompts that are there. */
export const table: ImportFormat = {
  id: "table",
  label: "CSV with the columns before and after, or with a column for each variable",
  read(file) {
    if (file.syntax !== "table") return null;
    const { names, rows } = file;
    const before = names.findIndex((name) => BEFORE.test(name));
    const after = names.findIndex((name) => AFTER.test(name));
    const isTable = rows.length > 0 && names.some((name) => name !== "");
    if (!isTable) return null;
    return before === -1 || after === -1 ? readRows(names, rows) : readPair(names, rows, before, after);
  },
};

/** The first pair; further rows are its cases as long as they have the same pair, or say none: a table that says it once. */
function readPair(names: string[], rows: string[][], before: number, after: number): ImportReading {
  const notes = createNotes();
  const [first = []] = rows;
  const same = rows.filter((row) =>
    [before, after].every((at) => saysNothing(row[at]) || row[at] === first[at]),
  );
  for (let index = same.length; index < rows.length; index += 1) {
    notes.count({
      one: "row with another pair of prompts was left out: a comparison has one",
      many: "rows with other pairs of prompts were left out: a comparison has one",
    });
  }
  const cases = casesOf(valuesOf(names, same, [before, after], notes), notes);
  const comparison = restore({
    variants: [
      { id: "before", prompt: { kind: "text", text: textOf(first[before], PROMPT_CHARS) } },
      { id: "after", prompt: { kind: "text", text: textOf(first[after], PROMPT_CHARS) } },
    ],
    cases,
  });
  return {
    what: "a table with a pair of prompts",
    comparison,
    brings: "all",
    run: null,
    recognised: ["2 prompts", ...(cases.length === 0 ? [] : [counted(cases.length, "case", "cases")])],
    leftOut: notes.sentences(),
  };
}

function saysNothing(cell: string | undefined): boolean {
  return cell === undefined || cell.trim() === "";
}

function readRows(names: string[], rows: string[][]): ImportReading {
  const notes = createNotes();
  const cases = casesOf(valuesOf(names, rows, [], notes), notes);
  return {
    what: "a table of cases",
    comparison: restore({ cases }),
    brings: "rows",
    run: null,
    recognised: [
      counted(cases.length, "case", "cases"),
      counted(Object.keys(cases[0]?.values ?? {}).length, "variable", "variables"),
    ],
    leftOut: notes.sentences(),
  };
}

/** The rows by the names of their columns; what stands beyond or without a name, and what means something to another tool, is noted. */
function valuesOf(names: string[], rows: string[][], not: number[], notes: Notes): Record<string, string>[] {
  for (const cell of rows.flatMap((row) => row.slice(names.length)).filter((each) => each.trim() !== "")) {
    notes.count(
      { one: "cell beyond the last column was left out", many: "cells beyond the last column were left out" },
      cell,
    );
  }
  const taken = new Set<string>();
  const columns = names.flatMap((name, index) => {
    if (not.includes(index)) return [];
    if (name !== "" && !name.startsWith("__")) return [{ name: freeVariable(name, taken, notes), index }];
    notes.count(
      { one: "column was left out", many: "columns were left out" },
      name === "" ? "(without a name)" : name,
    );
    return [];
  });
  if (columns.length === 0) return [];
  return rows.map((row) =>
    Object.fromEntries(columns.map(({ name, index }) => [name, textOf(row[index], 1_000_000)])),
  );
}

/** The variable of a column; one that another column has already is numbered, which is noted. */
function freeVariable(column: string, taken: Set<string>, notes: Notes): string {
  const plain = variableName(column);
  let name = plain;
  for (let count = 2; taken.has(name); count += 1) name = `${plain}_${count}`;
  taken.add(name);
  if (name !== plain)
    notes.say(`The column “${column.slice(0, 60)}” became the variable ${name}: ${plain} is another column.`);
  return name;
}
