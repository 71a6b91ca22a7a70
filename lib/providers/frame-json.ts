import { failure } from "./classify.ts";
import type { ReportedUsage } from "./types.ts";

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Reads one frame. What it holds is never part of the error: frames carry people's texts. */
export function parseFrame(data: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    throw failure("malformed");
  }
  if (!isObject(value)) throw failure("malformed");
  return value;
}

/** A piece of text; absent and null are none, anything else is a frame of another shape than agreed. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (value === undefined || value === null) return "";
  throw failure("malformed");
}

/** More tokens than any model reads or writes in one call: a mistake of the provider's. */
const ABSURD_TOKENS = 100_000_000;

/** Counts as reported, or null when any of them cannot be one: nothing, text, a fraction, below 1, absurd. */
export function usageOf(input: unknown, output: unknown, cached: unknown): ReportedUsage | null {
  if (!isCount(input) || !isCount(output)) return null;
  const known = isCount(cached) && cached <= input;
  return { inputTokens: input, outputTokens: output, ...(known ? { cachedInputTokens: cached } : {}) };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0 && Number(value) <= ABSURD_TOKENS;
}
