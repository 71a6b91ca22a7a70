import { AppError } from "#lib/base/errors.ts";
import { PROMPT_CHARS, RUN_PROMPT_CHARS } from "#lib/base/limits.ts";
import type { Case } from "#lib/comparison/schema.ts";
import { countVariables } from "#lib/prompt/variables.ts";

/** Something with {{variables}} in it, and the field that a refusal names. */
interface Fillable {
  field: string;
  value: unknown;
}

/**
 * Refuses what would grow beyond measure once its variables are filled, before any of it is built:
 * a short prompt that names a long value ten thousand times is gigabytes.
 * @throws AppError prompt-too-long
 */
export function refuseOversized(fillables: readonly Fillable[], cases: readonly Case[]): void {
  let total = 0;
  for (const { field, value } of fillables) {
    const ownChars = JSON.stringify(value).length;
    const counts = countVariables(value);
    for (const row of cases) {
      let chars = ownChars;
      for (const [name, times] of counts) {
        chars += times * (Object.hasOwn(row.values, name) ? (row.values[name]?.length ?? 0) : 0);
      }
      if (chars > 2 * PROMPT_CHARS) throw tooLong(chars, 2 * PROMPT_CHARS, field);
      total += chars;
      if (total > RUN_PROMPT_CHARS) throw tooLong(total, RUN_PROMPT_CHARS, field);
    }
  }
}

function tooLong(chars: number, limit: number, field: string): AppError {
  const count = (value: number) => value.toLocaleString("en-US");
  return new AppError(
    "prompt-too-long",
    `Filled in, this is at least ${count(chars)} characters; at most ${count(limit)} fit. Use shorter values or fewer cases.`,
    { field },
  );
}
