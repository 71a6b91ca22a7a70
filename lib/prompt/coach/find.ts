import type { CoachField, CoachFinding, CoachFix, CoachInput } from "./types.ts";

interface Words {
  /** With the flag `g`. */
  pattern: RegExp;
  message: (words: string) => string;
  /** `after` is the text that follows them. */
  fix?: (words: string, after: string) => CoachFix | undefined;
  /** No remark here after all. */
  unless?: (told: string, at: number, words: string) => boolean;
  /** A sentence that is nothing but these words can be taken out. */
  removable?: boolean;
}

/** Examples and opening lines are quotations, not instructions. */
export function isInstruction({ part }: Pick<CoachField, "part">): boolean {
  return part !== "examples" && part !== "opening";
}

/** A remark at each place where the words stand in an instruction. */
export function findWords({ fields }: CoachInput, words: Words): CoachFinding[] {
  const { pattern, message, fix, unless, removable = false } = words;
  return fields.flatMap((field, index) => {
    if (!isInstruction(field)) return [];
    return [...field.told.matchAll(pattern)].flatMap((match): CoachFinding[] => {
      const [found] = match;
      if (unless?.(field.told, match.index, found)) return [];
      const start = match.index + (found.length - found.trimStart().length);
      const end = match.index + found.trimEnd().length;
      const said = { message: message(found.trim()), field: index };
      const sentence = removable ? sentenceOf(field, start, end) : undefined;
      if (sentence !== undefined)
        return [{ ...said, ...sentence, fix: { label: "Remove it", replacement: "" } }];
      const mended = fix?.(found.trim(), field.text.slice(end));
      return [{ ...said, start, end, ...(mended === undefined ? {} : { fix: mended }) }];
    });
  });
}

/** The whole sentence at a place, with the space in front of it, when it says nothing else. */
function sentenceOf(
  field: CoachField,
  start: number,
  end: number,
): { start: number; end: number } | undefined {
  const sentence = field.sentences.find((each) => each.start <= start && end <= each.end);
  if (sentence === undefined) return undefined;
  const rest =
    field.text.slice(sentence.start + sentence.marker.length, start) + field.text.slice(end, sentence.end);
  return /^(?:please|and|also|so|now|,|[\s.!…])*$/i.test(rest)
    ? withSpaceBefore(field.text, sentence)
    : undefined;
}

/** A stretch together with the blanks, or the line break, that set it apart from what comes before it. */
export function withSpaceBefore(
  text: string,
  { start, end }: { start: number; end: number },
): { start: number; end: number } {
  let from = start;
  while (text[from - 1] === " " || text[from - 1] === "\t") from -= 1;
  const endsLine = end === text.length || text[end] === "\n";
  if (endsLine && text[from - 1] === "\n") from -= 1;
  return { start: from, end };
}

/** A remark about the prompt as a whole. */
export function wholePrompt(message: string): CoachFinding[] {
  return [{ message, field: null, start: 0, end: 0 }];
}
