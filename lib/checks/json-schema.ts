import { SCHEMA_KEYWORDS } from "./json-schema-keywords.ts";
import { type Failure, isObject, type Keyword, type Scope, UnusableSchema } from "./json-schema-scope.ts";

/**
 * Holds values against a JSON Schema by walking through both. Nothing is compiled (a page's content policy forbids
 * code made of text), nothing is fetched, patterns run on the linear engine, and the work is bounded: a schema
 * from a stranger is a program. Draft 2020-12 without dynamic references and unevaluated members.
 */

/** How many keywords are looked at before it is called too much. */
const MAX_STEPS = 100_000;
const MAX_DEPTH = 200;

/** These say nothing about which values are valid; `format` is one of them, as the standard has it by default. */
const ANNOTATIONS = new Set(
  "$schema $id $anchor $comment $defs definitions title description default examples deprecated readOnly writeOnly format contentEncoding contentMediaType contentSchema then else minContains maxContains".split(
    " ",
  ),
);

/** What a schema says of a value. `undecided`: the schema itself cannot be used. */
export type SchemaVerdict =
  | { result: "pass" }
  | { result: "fail"; where: string; why: string }
  | { result: "undecided"; why: string };

/** Holds a value against a schema, given as text. */
export function holdSchema(schemaText: string, value: unknown): SchemaVerdict {
  try {
    const failure = walk(parsed(schemaText), value);
    return failure === null ? { result: "pass" } : { result: "fail", ...failure };
  } catch (error) {
    if (!(error instanceof UnusableSchema)) throw error;
    return { result: "undecided", why: error.message };
  }
}

/** One value of each type: between them they reach what a schema says at its outside. */
const EACH_TYPE: readonly unknown[] = [{}, [], "", 0, null];

/**
 * Why a schema, given as text, cannot be used, as the end of a sentence; null when nothing at its outside is in the
 * way. What is further in shows when a value reaches it.
 */
export function problemOfSchema(schemaText: string): string | null {
  for (const value of EACH_TYPE) {
    const verdict = holdSchema(schemaText, value);
    if (verdict.result === "undecided") return verdict.why;
  }
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnusableSchema("the JSON Schema is not valid JSON");
  }
}

function walk(root: unknown, value: unknown): Failure | null {
  let steps = 0;
  let depth = 0;
  const step = (times: number) => {
    steps += times;
    if (steps > MAX_STEPS) throw new UnusableSchema("the JSON Schema asks for too much work");
  };
  const hold = (schema: unknown, part: unknown, where: string): Failure | null => {
    if (schema === true) return null;
    if (schema === false) return { where, why: "nothing is allowed here" };
    if (!isObject(schema)) throw new UnusableSchema("a schema has to be an object, true or false");
    if (depth >= MAX_DEPTH) throw new UnusableSchema("the JSON Schema goes too deep");
    depth += 1;
    const scope: Scope = {
      schema,
      where,
      hold: (inner, innerPart, innerWhere = where) => hold(inner, innerPart, innerWhere),
      resolve: (reference) => resolve(root, reference),
      step,
    };
    let failure: Failure | null = null;
    for (const [name, argument] of Object.entries(schema)) {
      step(1);
      failure = keyword(name)?.(argument, part, scope) ?? null;
      if (failure !== null) break;
    }
    depth -= 1;
    return failure;
  };
  return hold(root, value, "");
}

function keyword(name: string): Keyword | undefined {
  const known = SCHEMA_KEYWORDS.get(name);
  if (known === undefined && !ANNOTATIONS.has(name) && !name.startsWith("x-"))
    throw new UnusableSchema(`this JSON Schema uses “${name.slice(0, 40)}”, which is not supported`);
  return known;
}

/** "#/$defs/item" and "#"; a name or an address elsewhere is not followed. */
function resolve(root: unknown, reference: string): unknown {
  if (!/^#(?:\/|$)/.test(reference))
    throw new UnusableSchema(
      `only references within the schema are followed, not “${reference.slice(0, 60)}”`,
    );
  let at: unknown = root;
  for (const part of reference.split("/").slice(1)) {
    const key = unescaped(part);
    const inside: unknown = Array.isArray(at)
      ? at[Number(key)]
      : isObject(at) && Object.hasOwn(at, key)
        ? at[key]
        : undefined;
    if (inside === undefined) throw new UnusableSchema(`“${reference.slice(0, 60)}” is not in the schema`);
    at = inside;
  }
  return at;
}

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~");
  } catch {
    throw new UnusableSchema("a reference in the schema cannot be read");
  }
}
