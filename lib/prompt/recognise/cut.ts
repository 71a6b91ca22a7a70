import type { Constraint } from "#lib/constraints/registry.ts";
import type { Example } from "../schema.ts";

/** What a rule found for one part. */
export type Put =
  | { part: "role" | "audience" | "opening" | "closing" | "format"; text: string }
  | { part: "tone"; tones: string[] }
  | { part: "constraints"; constraint: Constraint }
  | { part: "steps" }
  | { part: "examples"; examples: Example[] };

/** One sentence without its marker and final punctuation, where a rule found something for a part. */
export interface Cut {
  put: Put;
  /** What stays in the sentence; empty when all of it went into the part. */
  rest: string;
}

/** Looks at one sentence; `stop` is its final punctuation. Unsure means undefined: the words then stay where they are. */
export type SentenceRule = (sentence: string, stop: string) => Cut | undefined;

/** Joins what stands before and after a removed clause; a comma after it stays. */
export function without(before: string, after = ""): string {
  const end = after.replace(/^[\s,;]+/, "");
  const start = before.replace(end === "" ? /[\s,;–—-]+(?:and)?$/i : /[\s,;–—-]+$/, "");
  return `${start}${/^\s*[,;]/.test(after) && end !== "" ? "," : ""} ${end}`.trim();
}

/** "review this code" → "Review this code", for a clause that became a sentence. */
export function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
