/** Signs that make a bullet only with a space after them, and typographic ones that need none. */
const SIGN = /^[\s\u200e\u200f]*(?:([-*+–])[ \t]+\S|([•‣⁃●○◦▪▫■□・·])[ \t]*\S)/u;
const NUMBER = /^[\s\u200e\u200f]*(\p{N}{1,4})[.)][ \t]+\S/u;
const RULE = /^[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;

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
