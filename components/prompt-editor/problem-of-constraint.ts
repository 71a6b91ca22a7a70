import type { Constraint } from "#lib/constraints/registry.ts";
import { fillVariables } from "#lib/prompt/variables.ts";

/** Why no answer could ever be held against a constraint: a sentence, and the field of the form that it is about. */
export interface ConstraintProblem {
  field: string;
  sentence: string;
}

/**
 * What keeps a pattern or a JSON Schema from being read; null when nothing does. The engine that can tell is
 * large and comes when it is needed. A text with variables is another one in each case, and is not looked at here.
 */
export async function problemOfConstraint(constraint: Constraint): Promise<ConstraintProblem | null> {
  switch (constraint.kind) {
    case "regex": {
      if (hasVariables(constraint.pattern)) return null;
      const { problemOfPattern } = await import("#lib/checks/regex-check.ts");
      return problem("pattern", problemOfPattern(constraint.pattern));
    }
    case "json": {
      const { schema = "" } = constraint;
      if (schema.trim() === "" || hasVariables(schema)) return null;
      const { problemOfSchema } = await import("#lib/checks/json-schema.ts");
      return problem("schema", problemOfSchema(schema));
    }
    default:
      return null;
  }
}

function hasVariables(text: string): boolean {
  return fillVariables(text, {}).missing.length > 0;
}

function problem(field: string, why: string | null): ConstraintProblem | null {
  return why === null ? null : { field, sentence: `${why.charAt(0).toUpperCase()}${why.slice(1)}.` };
}
