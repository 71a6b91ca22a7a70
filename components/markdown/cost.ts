const DEEP = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){24}/m;
const MAX_DELIMITERS = 800;

/**
 * Whether parsing would take far longer than the length suggests: containers nested without end, or emphasis marks
 * by the hundred, which the parser pairs in quadratic time. No text meant to be read does either.
 */
export function isCostly(text: string): boolean {
  if (DEEP.test(text)) return true;
  let delimiters = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    // * _ ~
    if (code === 42 || code === 95 || code === 126) delimiters++;
  }
  return delimiters > MAX_DELIMITERS;
}
