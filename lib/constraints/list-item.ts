/** Signs that make a bullet only with a space after them, and typographic ones that need none. */
const SIGN = /^[\s\u200e\u200f]*(?:([-*+–])[ \t]+\S|([•‣⁃●○◦▪▫■□・·])[ \t]*\S)/u;
const NUMBER = /^[\s\u200e\u200f]*(\p{N}{1,4})[.)][ \t]+\S/u;
const RULE = /^[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;

/**
 * Whether a line may start an item, at a glance: it begins with no letter of the larger alphabets and with none of the
 * other signs of ASCII.
 */
export const MAY_START_ITEM =
  /(?:[^\S\n]|[\u200e\u200f])*[^\s!-),./:-~\u2018-\u201f\u00c0-\u024f\u0400-\u052f\u0620-\u064a\u0904-\u0939\u0e01-\u0e30\u3040-\u30fa\u4e00-\u9fff\uac00-\ud7a3]/y;

/** A line that only draws a rule: "---", "* * *". */
export function isRule(line: string): boolean {
  return RULE.test(line);
}

/** The bullet sign that starts the line, "1." for a numbered item, null for anything else. */
export function itemMarker(line: string): string | null {
  if (isRule(line)) return null;
  const sign = SIGN.exec(line);
  if (sign !== null) return sign[1] ?? sign[2] ?? null;
  return NUMBER.test(line) ? "1." : null;
}
