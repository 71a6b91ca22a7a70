import type { Constraint, KindName } from "./registry.ts";
import type { Finding } from "./types.ts";

type Result = Finding["result"];

/**
 * One row of a kind's table: what the promise is, the text as it came (line ends and all), the strict and the loose
 * result, and where it matters what was found, and the pieces of the text that are shown as evidence.
 */
export type KindCase<Name extends KindName> = readonly [
  title: string,
  promise: Omit<Constraint<Name>, "kind">,
  text: string,
  strict: Result,
  loose: Result,
  shown?: { found?: string; evidence?: readonly string[]; asked?: string },
];
