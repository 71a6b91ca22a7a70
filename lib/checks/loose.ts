/**
 * The texts that the loose reading accepts in place of the one that came: IFEval's eight (as it is, without
 * its first line, without its last, without both; each with and without asterisks). Each once, none of them
 * blank. Other quotation marks are read by the kinds themselves.
 * Source: Zhou et al. 2023, arXiv 2311.07911, section 2.2.
 */
export function* looseVariants(text: string): Generator<string> {
  const told: string[] = [];
  const whole = text.trim();
  // A line break stays where it is when asterisks go: those of all cuts are taken out at once.
  const plain = cutsOf(whole.replaceAll("*", ""));
  for (const [index, cut] of cutsOf(whole).entries()) {
    for (const form of [cut, plain[index] ?? ""]) {
      const variant = form.trim();
      if (variant === "" || told.includes(variant)) continue;
      told.push(variant);
      yield variant;
    }
  }
}

/** The text, and where it has several lines, the same without the first, without the last, and without both. */
function cutsOf(text: string): string[] {
  const first = text.indexOf("\n");
  if (first === -1) return [text];
  const last = text.lastIndexOf("\n");
  return [text, text.slice(first + 1), text.slice(0, last), text.slice(first + 1, last)];
}
