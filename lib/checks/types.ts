import type { Finding } from "#lib/constraints/types.ts";

/** One check held against one text. */
export interface CheckResult extends Finding {
  id: string;
  /** The verdict under the forgiving reading: first or last line dropped, asterisks removed. */
  loose: Finding["result"];
}
