import type { Finding } from "#lib/constraints/types.ts";

/** Longest `found` and `asked`, characters: a hundred long words would be longer than the answer. */
export const SAID_CHARS = 1_000;

/** One check held against one text. */
export interface CheckResult extends Finding {
  id: string;
  /** The verdict under the forgiving reading: first or last line dropped, asterisks removed. */
  loose: Finding["result"];
}
