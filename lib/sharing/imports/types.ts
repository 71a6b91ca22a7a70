import type { Comparison } from "#lib/comparison/schema.ts";
import type { SnapshotRun } from "../snapshot.ts";

/** A file after parsing, before anybody knows what it means. All of it is plain data within the limits. */
export type FileData =
  | { syntax: "data"; value: unknown }
  /** JSON Lines: one value a line. */
  | { syntax: "lines"; values: unknown[] }
  /** CSV: names, then rows of as many cells, or of fewer or more where the file has it so. */
  | { syntax: "table"; names: string[]; rows: string[][] };

/** What a file holds, told to a person before anything is replaced. */
export interface ImportReading {
  /** What the file is: "a promptfoo configuration". */
  what: string;
  comparison: Comparison;
  /**
   * `all` replaces the document. `rows` brings cases and checks only: a file without a prompt
   * leaves the prompts that are there.
   */
  brings: "all" | "rows";
  /** Answers that the file holds, held against the checks anew; null for none. */
  run: SnapshotRun | null;
  /** "2 prompts", "12 cases". */
  recognised: string[];
  /** What was not taken, or was taken in another sense; each a sentence. Nothing goes in silence. */
  leftOut: string[];
}

/** One kind of file. One file of code a kind, one line in the registry. */
export interface ImportFormat {
  id: string;
  /** As it stands in "Reads …": "promptfoo configurations". */
  label: string;
  /** The reading, or null for a file that is of another kind. Never throws on plain data. */
  read(file: FileData): ImportReading | null;
}
