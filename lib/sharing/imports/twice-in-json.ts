/**
 * The first key that stands twice in one object of a valid JSON text, or null. `JSON.parse` takes the last of
 * the two without a word, so that what a person reads first need not be what is meant.
 */
export function keyTwiceInJson(json: string): string | null {
  const open: (Set<string> | null)[] = [];
  let at = 0;
  while (at < json.length) {
    const sign = json.charAt(at);
    if (sign === '"') {
      const end = endOfString(json, at);
      const keys = open.at(-1);
      if (keys && isKey(json, end)) {
        const key: unknown = JSON.parse(json.slice(at, end));
        if (typeof key === "string") {
          if (keys.has(key)) return key;
          keys.add(key);
        }
      }
      at = end;
      continue;
    }
    if (sign === "{") open.push(new Set());
    else if (sign === "[") open.push(null);
    else if (sign === "}" || sign === "]") open.pop();
    at += 1;
  }
  return null;
}

/** The place after the closing quotation mark. */
function endOfString(json: string, start: number): number {
  let at = start + 1;
  while (at < json.length && json.charAt(at) !== '"') at += json.charAt(at) === "\\" ? 2 : 1;
  return at + 1;
}

function isKey(json: string, end: number): boolean {
  let at = end;
  while (at < json.length && " \t\r\n".includes(json.charAt(at))) at += 1;
  return json.charAt(at) === ":";
}
