import type { CoachFinding, CoachFix, CoachInput } from "./types.ts";

/** So many remarks of one kind are enough: the next ones say nothing new. */
const MOST = 3;

interface Words {
  pattern: RegExp;
  message: (words: string) => string;
  fix?: (words: string) => CoachFix | undefined;
  /** Looks only at these parts; absent = all but examples. */
  unless?: (told: string, at: number, words: string) => boolean;
}

/** A remark at each place where the words stand in an instruction. The pattern has the flags `gi`. */
export function findWords({ fields }: CoachInput, { pattern, message, fix, unless }: Words): CoachFinding[] {
  const found: CoachFinding[] = [];
  for (const [field, { part, told }] of fields.entries()) {
    if (part === "examples" || part === "opening") continue;
    for (const match of told.matchAll(pattern)) {
      if (found.length === MOST) return found;
      const words = match[0];
      if (unless?.(told, match.index, words)) continue;
      const mended = fix?.(words);
      found.push({
        message: message(words.trim()),
        field,
        start: match.index,
        end: match.index + words.length,
        ...(mended === undefined ? {} : { fix: mended }),
      });
    }
  }
  return found;
}

/** A remark about the prompt as a whole. */
export function wholePrompt(message: string): CoachFinding[] {
  return [{ message, field: null, start: 0, end: 0 }];
}
