import { PROMPT_CHARS } from "#lib/base/limits.ts";
import { type Constraint, constraintKeys, constraintSchema } from "#lib/constraints/registry.ts";
import { fieldsOf, leaves, textOf } from "./lenient.ts";

/**
 * A constraint out of anything. What no kind understands becomes free text with every word kept, so that
 * it still goes into the prompt; null when there is nothing in it.
 */
export function restoreConstraint(input: unknown): Constraint | null {
  const whole = constraintSchema.safeParse(input);
  if (whole.success) return whole.data;
  const fields = fieldsOf(input);
  const known = constraintSchema.safeParse(knownFields(fields));
  if (known.success) return known.data;
  const text = textOf(inWords(input, fields), PROMPT_CHARS);
  return text.trim() === "" ? null : { kind: "other", text };
}

/** Only the fields that the kind has. A `not` that it does not have would turn the meaning round, so then nothing fits. */
function knownFields(fields: Record<string, unknown>): Record<string, unknown> {
  const keys = constraintKeys(textOf(fields.kind, 100));
  if (fields.not === true && !keys.includes("not")) return {};
  return Object.fromEntries(keys.flatMap((key) => (key in fields ? [[key, fields[key]]] : [])));
}

/** The text alone where there is nothing else, otherwise "rhyme: scheme ABAB". */
function inWords(input: unknown, fields: Record<string, unknown>): string {
  const { kind, ...rest } = fields;
  const entries = Object.entries(rest).flatMap(([key, value]) => {
    const said = value === true ? key : leaves(value, 4).join(", ");
    return said === "" ? [] : [{ key, said }];
  });
  const [only] = entries;
  if (only === undefined) return leaves(typeof kind === "string" ? kind : input, 4).join("\n");
  if (entries.length === 1 && only.key === "text") return only.said;
  const list = entries.map(({ key, said }) => (key === said ? key : `${key} ${said}`)).join(", ");
  return typeof kind === "string" ? `${kind}: ${list}` : list;
}
