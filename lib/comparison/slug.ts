const LONGEST = 64;

/** "lines", then "lines-2": the first form of a slug that is not taken; it is taken from then on. */
export function freeSlug(name: string, taken: Set<string>): string {
  let slug = name;
  for (let count = 2; taken.has(slug); count += 1) slug = `${name.slice(0, LONGEST - 6)}-${count}`;
  taken.add(slug);
  return slug;
}

/** Any text as letters, digits, - and _; a slug stays as it is, "" when nothing else can stay. */
export function slugOf(text: string): string {
  if (/^[A-Za-z0-9_-]{1,64}$/.test(text)) return text;
  return text
    .slice(0, 1_000)
    .replace(/[^A-Za-z0-9_-]+/g, "-")
    .replace(/^-+/, "")
    .slice(0, LONGEST)
    .replace(/-+$/, "");
}
