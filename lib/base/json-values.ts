/** An answer that needs more tries than this is not an answer in JSON. */
const MAX_TRIES = 200;
const LONGEST_CHARS = 50_000;

/**
 * Every JSON object and array that stands in a text, outermost ones only, in order: models put them in code
 * fences and write around them. Nothing for a text over 50,000 characters.
 */
export function jsonValues(text: string): unknown[] {
  if (text.length > LONGEST_CHARS) return [];
  const values: unknown[] = [];
  let at = nextOpening(text, 0);
  for (let tries = 0; at !== -1 && tries < MAX_TRIES; tries += 1) {
    const end = endOfValue(text, at);
    const value = end === -1 ? undefined : parsed(text.slice(at, end));
    if (value !== undefined) values.push(value);
    at = nextOpening(text, value === undefined ? at + 1 : end);
  }
  return values;
}

function nextOpening(text: string, from: number): number {
  const offset = text.slice(from).search(/[{[]/);
  return offset === -1 ? -1 : from + offset;
}

/** The place after the bracket that closes the one at `start`; -1 when nothing does. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  let inString = false;
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at];
    if (inString) {
      if (sign === "\\") at += 1;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === "{" || sign === "[") depth += 1;
    else if (sign === "}" || sign === "]") {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
