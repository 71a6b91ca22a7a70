/** A test's title and the numbers that it quotes. */
export interface TaggedTitle {
  file: string;
  title: string;
  numbers: string[];
}

const STRING = /"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g;
const CALL = /\b(?:it|test|describe)(?:\.\w+)*(?:\([^()]*(?:\([^()]*\)[^()]*)*\))?\(\s*$/;
const TAG = /\[([A-Z]{1,2}\d+(?:(?:[,; ]+|[-–])[A-Z]{1,2}\d+)*)\]/g;
const RANGE = /^([A-Z]+)(\d+)[-–]\1(\d+)$/;

/** Titles of tests in a file's text that quote numbers such as `[R29]`, `[PC3, PC4]` or `[EP1-EP4]`. */
export function taggedTitles(file: string, text: string): TaggedTitle[] {
  return [...text.matchAll(STRING)].flatMap((match) => {
    const title = match[1] ?? match[2] ?? match[3] ?? "";
    const numbers = [...title.matchAll(TAG)].flatMap((tag) => (tag[1] ?? "").split(/[,; ]+/).flatMap(expand));
    if (numbers.length === 0 || !CALL.test(text.slice(0, match.index))) return [];
    return [{ file, title, numbers }];
  });
}

/** `EP1-EP4` → EP1, EP2, EP3, EP4. */
function expand(part: string): string[] {
  const [, prefix, first, last] = RANGE.exec(part) ?? [];
  if (prefix === undefined) return [part];
  const count = Number(last) - Number(first) + 1;
  return Array.from({ length: count }, (_, index) => `${prefix}${Number(first) + index}`);
}
