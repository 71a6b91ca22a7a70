/** Words for people and models: quotations, lists, things cut short. */

/** The text in quotation marks, verbatim. */
export function quoted(text: string): string {
  return `“${text}”`;
}

/** At most `limit` characters of the first line, never half a character. */
export function clip(text: string, limit = 60): string {
  const line = text.trim().split("\n", 1)[0] ?? "";
  const whole = line === text.trim() && line.length <= limit;
  return whole
    ? line
    : `${[...line.slice(0, limit * 2)]
        .slice(0, limit - 1)
        .join("")
        .trimEnd()}…`;
}

/** “sun”, “lake” and “hope”. */
export function list(items: readonly string[], word: "and" | "or", limit = 200): string {
  const quotes = items.map((item) => quoted(clip(item, limit)));
  const last = quotes.at(-1) ?? "";
  return quotes.length < 2 ? last : `${quotes.slice(0, -1).join(", ")} ${word} ${last}`;
}

/** At most `limit` code units of a text of any number of lines, "…" included; never half a character. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  return `${cut.isWellFormed() ? cut : cut.replace(/[\ud800-\udbff]$/, "")}…`;
}
