/**
 * The texts that the loose reading accepts in place of the one that came: IFEval's eight (as it is, without
 * its first line, without its last, without both; each with and without asterisks). Each once, none of them
 * blank. Other quotation marks are read by the kinds themselves.
 * Source: Zhou et al. 2023, arXiv 2311.07911, section 2.2.
 */
export function* looseVariants(text: string): Generator<string> {
  const seen = new Set<string>();
  const whole = text.trim();
  const first = whole.indexOf("\n");
  const last = whole.lastIndexOf("\n");
  const cuts =
    first === -1
      ? [whole]
      : [whole, whole.slice(first + 1), whole.slice(0, last), whole.slice(first + 1, last)];
  for (const cut of cuts) {
    for (const plain of [cut, cut.replaceAll("*", "")]) {
      const variant = plain.trim();
      if (variant === "" || seen.has(variant)) continue;
      seen.add(variant);
      yield variant;
    }
  }
}
