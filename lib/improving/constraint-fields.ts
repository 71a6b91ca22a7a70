import { CONSTRAINT_KINDS, constraintKeys, type KindName } from "#lib/constraints/registry.ts";

/**
 * A constraint as a model writes it: the same five fields whatever the kind. Services that hold an answer to a schema
 * take one flat object, not thirty alternatives.
 */
export const FLAT_FIELDS = ["op", "n", "max", "words", "text"] as const;
type FlatField = (typeof FLAT_FIELDS)[number];

/** From which flat field each field of a constraint comes. One that is not here keeps its default. */
const SOURCES: Readonly<Record<string, FlatField>> = {
  op: "op",
  n: "n",
  paragraph: "n",
  min: "n",
  max: "max",
  words: "words",
  options: "words",
  keys: "words",
  text: "text",
  word: "text",
  letter: "text",
  pattern: "text",
  code: "text",
  case: "text",
  marker: "text",
  divider: "text",
};

/** What the text of a kind has to be, where its label does not say it. */
const HINTS: Readonly<Partial<Record<KindName, string>>> = {
  language: "a two-letter code such as en",
  case: "upper, lower or title",
  regex: "a regular expression",
  "starts-with": "the exact first words",
  "ends-with": "the exact last words",
  other: "one sentence that no rule can check",
  "paragraph-start": "the first word of paragraph n",
  bullets: "the sign: - or * or 1. or empty",
};

export const KIND_NAMES = Object.keys(CONSTRAINT_KINDS) as KindName[];

/** The flat fields that a kind reads, in order. */
function flatFieldsOf(kind: KindName): FlatField[] {
  const used = new Set(constraintKeys(kind).flatMap((key) => SOURCES[key] ?? []));
  return FLAT_FIELDS.filter((field) => used.has(field));
}

/** One line of the list that the model is given: "language (Language): text = a two-letter code such as en". */
export function kindLine(kind: KindName): string {
  const hint = HINTS[kind];
  const fields = flatFieldsOf(kind).map((field) =>
    field === "text" && hint !== undefined ? `text = ${hint}` : field,
  );
  return `${kind} (${CONSTRAINT_KINDS[kind].label}): ${fields.join(", ") || "no fields"}`;
}

/**
 * The constraint in the registry's own fields, not yet checked. A field under its own name wins over the flat one,
 * for models that know it; what says nothing ("", [], null) is left away.
 */
export function fromFlat(kind: string, fields: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const counts = kind === "number" || fields.get("op") === "between";
  const entries = constraintKeys(kind).flatMap((key): [string, unknown][] => {
    if (key === "kind") return [["kind", kind]];
    const source = SOURCES[key];
    const own = fields.get(key);
    const value = saysNothing(own) && source !== undefined ? fields.get(source) : own;
    if (saysNothing(value) || (key === "max" && !counts)) return [];
    return [[key, value]];
  });
  return Object.fromEntries(entries);
}

function saysNothing(value: unknown): boolean {
  return (
    value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0)
  );
}
