import { afterprompt } from "./afterprompt.ts";
import { openaiEvals } from "./openai-evals.ts";
import { openaiPrompts } from "./openai-prompts.ts";
import { parseFile } from "./parse-file.ts";
import { promptfoo } from "./promptfoo.ts";
import { table } from "./table.ts";
import type { ImportFormat, ImportReading } from "./types.ts";

/** Every kind of file that is read. The first that knows the file reads it. */
export const IMPORT_FORMATS: readonly ImportFormat[] = [
  afterprompt,
  promptfoo,
  openaiEvals,
  openaiPrompts,
  table,
];

/** What a file holds, or why it cannot be read: a whole sentence for a person. */
export type ImportOutcome = { reading: ImportReading } | { problem: string };

/** Reads any file, however hostile; changes nothing. Never throws. */
export function readImport(file: { name: string; bytes: Uint8Array }): ImportOutcome {
  const parsed = parseFile(file);
  if ("problem" in parsed) return { problem: `This file cannot be read: ${parsed.problem}.` };
  for (const format of IMPORT_FORMATS) {
    const reading = format.read(parsed.data);
    if (reading === null) continue;
    const { note } = parsed;
    return { reading: note === undefined ? reading : { ...reading, leftOut: [...reading.leftOut, note] } };
  }
  return {
    problem: "This file cannot be read: nothing in it is a prompt, a case or a check that is known here.",
  };
}
