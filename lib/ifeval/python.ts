/** What the public evaluator asks of Python's strings, for texts in any script. */

/** One white space, as a class for a pattern. */
export const SPACE =
  "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const OUTER_SPACE = new RegExp(`^${SPACE}+|${SPACE}+$`, "g");
const SPACES = new RegExp(`${SPACE}+`);

/** `str.strip()`. */
export function strip(text: string): string {
  return text.replace(OUTER_SPACE, "");
}

/** `str.split()`: the pieces between white space. */
export function splitAtSpaces(text: string): string[] {
  return strip(text)
    .split(SPACES)
    .filter((piece) => piece !== "");
}

/** `str.isupper()`: something has a case, and nothing is small. */
export function isUpper(text: string): boolean {
  return /\p{Uppercase}/u.test(text) && !/[\p{Lowercase}\p{Lt}]/u.test(text);
}

/** `str.islower()`: something has a case, and nothing is a capital. */
export function isLower(text: string): boolean {
  return /\p{Lowercase}/u.test(text) && !/[\p{Uppercase}\p{Lt}]/u.test(text);
}

/** How many runs of `\w` there are; "don't" has two. */
export function countWordRuns(text: string): number {
  return text.match(/[\p{L}\p{N}_]+/gu)?.length ?? 0;
}

/** Whether `json.loads` takes it. Beyond JSON it knows NaN and the infinities. */
export function loadsAsJson(text: string): boolean {
  return [text, text.replace(/(^|[\s[,:])(?:NaN|-?Infinity)(?=$|[\s\],}])/g, "$10")].some((form) => {
    try {
      JSON.parse(form);
      return true;
    } catch {
      return false;
    }
  });
}
