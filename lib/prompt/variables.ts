import { PLACEHOLDER } from "./placeholder.ts";
import type { Prompt } from "./schema.ts";

/** How often each variable stands in a JSON-like value, such as a prompt or a list of checks. */
export function countVariables(value: unknown): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [, inner = ""] of JSON.stringify(value).matchAll(PLACEHOLDER)) {
    const name = inner.trim();
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

export interface Filled {
  text: string;
  /** Names without a value, in order of first appearance; their placeholders stay in the text. */
  missing: string[];
}

/**
 * Replaces each `{{name}}` by its value, literally and in a single pass: a value that looks like
 * a placeholder or like a replacement pattern (`{{other}}`, `$&`) arrives as it is. A blank value is no value.
 */
export function fillVariables(text: string, values: Readonly<Record<string, string>>): Filled {
  const missing = new Set<string>();
  const filled = text.replace(PLACEHOLDER, (placeholder: string, inner: string) => {
    const name = inner.trim();
    if (name === "") return placeholder;
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value !== undefined && value.trim() !== "") return value;
    missing.add(name);
    return placeholder;
  });
  return { text: filled, missing: [...missing] };
}

/** The names a prompt asks for, in order of first appearance, over every text field of either kind. */
export function variablesIn(prompt: Prompt): string[] {
  return fillPrompt(prompt, {}).missing;
}

/** A prompt with every text field filled, so that what is sent and what is checked carry the same values. */
export function fillPrompt<P extends Prompt>(
  prompt: P,
  values: Readonly<Record<string, string>>,
): { prompt: P; missing: string[] } {
  const missing = new Set<string>();
  const filled = mapTexts(prompt, (text) => {
    const result = fillVariables(text, values);
    for (const name of result.missing) missing.add(name);
    return result.text;
  });
  return { prompt: filled, missing: [...missing] };
}

/** The same value with each string inside it changed; numbers, flags and keys stay. */
function mapTexts<T>(value: T, change: (text: string) => string): T;
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]));
  }
  return value;
}
