import { z } from "zod";
import type { ConstraintField, Finding, Span } from "./types.ts";

/** "exactly 4", "at least 200", "between 60 and 90": shared by every kind that counts. */
export const countShape = {
  op: z.enum(["exactly", "at-least", "at-most", "between"]),
  n: z.int().min(0).max(100_000),
  /** Upper end, only for `between`. */
  max: z.int().min(0).max(100_000).optional(),
};

export interface Count {
  op: "exactly" | "at-least" | "at-most" | "between";
  n: number;
  max?: number | undefined;
}

/** The two ends of a count, smaller first; a `between` without `max` is a point. */
export function countRange(count: Count): { low: number; high: number } {
  switch (count.op) {
    case "exactly":
      return { low: count.n, high: count.n };
    case "at-least":
      return { low: count.n, high: Number.POSITIVE_INFINITY };
    case "at-most":
      return { low: 0, high: count.n };
    case "between": {
      const other = count.max ?? count.n;
      return { low: Math.min(count.n, other), high: Math.max(count.n, other) };
    }
  }
}

/** The count after which nothing changes any more: one more than allowed, or as many as are wanted. */
export function decidedAfter(count: Count): number {
  const { low, high } = countRange(count);
  return Number.isFinite(high) ? high : low - 1;
}

/** "exactly 4 lines", "between 60 and 90 words", "no bullet points". */
export function countChip(count: Count, one: string, many: string): string {
  const { low, high } = countRange(count);
  if (high === 0) return `no ${many}`;
  if (count.op === "between" && low !== high) return `between ${low} and ${high} ${many}`;
  const op = count.op === "between" ? "exactly" : count.op.replace("-", " ");
  const n = count.op === "at-least" ? low : high;
  return `${op} ${n} ${plural(n, one, many)}`;
}

/** The word that fits the number: "1 line", "0 lines". */
export function plural(n: number, one: string, many: string): string {
  return n === 1 ? one : many;
}

/** Holds a number against a count and words the finding. */
export function countFinding(
  count: Count,
  actual: number,
  one: string,
  many: string,
  spans: Span[],
): Finding {
  const { low, high } = countRange(count);
  return {
    result: actual >= low && actual <= high ? "pass" : "fail",
    found: `${actual} ${plural(actual, one, many)}`,
    asked: countChip(count, one, many),
    spans,
  };
}

export const COUNT_FIELDS: readonly ConstraintField[] = [
  {
    name: "op",
    type: "choice",
    label: "How many",
    options: [
      { value: "exactly", label: "exactly" },
      { value: "at-least", label: "at least" },
      { value: "at-most", label: "at most" },
      { value: "between", label: "between" },
    ],
  },
  { name: "n", type: "number", label: "Number", min: 0, max: 100_000 },
  { name: "max", type: "number", label: "and", min: 0, max: 100_000, when: "between" },
];
