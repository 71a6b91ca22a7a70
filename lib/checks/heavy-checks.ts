import type { Constraint, KindName } from "#lib/constraints/registry.ts";
import type { Finding, Reading } from "#lib/constraints/types.ts";
import { checkJson } from "./json-check.ts";
import { checkLanguage } from "./language-check.ts";
import { checkRegex } from "./regex-check.ts";

type Check<Name extends KindName> = (value: Constraint<Name>, text: string, reading: Reading) => Finding;

/**
 * The checks that need a large library: an engine for patterns, a detector of languages, a reader of schemas.
 * They are loaded where texts are held against promises (a server, a worker) and stay out of what a page loads
 * first; the registry has everything else about these kinds.
 */
export const HEAVY_CHECKS: { readonly [Name in KindName]?: Check<Name> } = {
  json: checkJson,
  language: checkLanguage,
  regex: checkRegex,
};
