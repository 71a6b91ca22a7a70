/** More values than any comparison that fits into a link has. */
const MAX_VALUES = 20_000;
const MAX_DEPTH = 20;
/** Names that would reach an object's prototype. */
const HOSTILE_NAMES: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Whether parsed JSON is small, flat and plainly named enough to be held against a schema: at most 20,000 values,
 * 20 levels, no name that reaches a prototype, no U+0000 in a name. Looks at no more than it has to.
 */
export function isPlainData(value: unknown): boolean {
  let seen = 0;
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    seen += level.length;
    if (depth > MAX_DEPTH || seen > MAX_VALUES) return false;
    const next: unknown[] = [];
    for (const item of level) {
      if (typeof item !== "object" || item === null) continue;
      const inner = Array.isArray(item) ? item : Object.values(item);
      if (seen + next.length + inner.length > MAX_VALUES) return false;
      if (!Array.isArray(item) && !Object.keys(item).every(isPlainName)) return false;
      for (const each of inner) next.push(each);
    }
    level = next;
  }
  return true;
}

function isPlainName(name: string): boolean {
  return !HOSTILE_NAMES.has(name) && !name.includes("\u0000");
}
