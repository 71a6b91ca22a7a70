import { frameAudience, tailAudience } from "./audience.ts";
import { adjectiveCount, clauseCount, leadingCount, objectCount, wholeCount } from "./count-rules.ts";
import type { SentenceRule } from "./cut.ts";
import { frameClosing, frameOpening, tailClosing, tailOpening } from "./edge-rules.ts";
import {
  tailJson,
  tailLanguage,
  tailNoMarkdown,
  wholeFormat,
  wholeJson,
  wholeLanguage,
  wholeNoMarkdown,
  wholeSteps,
} from "./output-rules.ts";
import { asRole, frameRole } from "./role.ts";
import { frameTone, tailTone } from "./tone.ts";
import { ANSWER, INSTRUCTION, QUOTED } from "./vocabulary.ts";
import { excludeWords, includeWords, withoutWords } from "./word-rules.ts";

export const ROLE_RULES: readonly SentenceRule[] = [frameRole, asRole];

/** What a prohibition can say in full; its clauses are never taken out of it. */
export const NEGATIVE_RULES: readonly SentenceRule[] = [wholeNoMarkdown, wholeCount, excludeWords];

/** Rules that read a clause by itself, for a sentence that strings wishes together with commas. */
const CLAUSE_RULES: readonly SentenceRule[] = [
  frameOpening,
  frameClosing,
  frameTone,
  wholeNoMarkdown,
  wholeLanguage,
  wholeCount,
  excludeWords,
  includeWords,
];

const WISHES = new RegExp(
  `${INSTRUCTION.source}|^(?:start|begin|open|end|finish|close|include|mention|avoid|${ANSWER} (?:must|should))\\b`,
  "i",
);
const QUOTATIONS = new RegExp(QUOTED, "gu");

/** "Write a story, keep it under 100 words and end with a question": the wishes that follow an order. */
const listedClause: SentenceRule = (sentence) => {
  if (!WISHES.test(sentence)) return undefined;
  // Quotations keep their length and lose their commas.
  const flat = sentence.replace(QUOTATIONS, (quote) => "_".repeat(quote.length));
  const joints = [...flat.matchAll(/, (?:and |but )?| and | but /g)];
  for (const [index, joint] of joints.entries()) {
    const start = joint.index + joint[0].length;
    for (const end of [sentence.length, joints[index + 1]?.index ?? sentence.length]) {
      for (const rule of CLAUSE_RULES) {
        const cut = rule(sentence.slice(start, end), "");
        if (cut?.rest !== "") continue;
        return { put: cut.put, rest: sentence.slice(0, joint.index) + sentence.slice(end) };
      }
    }
  }
  return undefined;
};

/** Whole sentences first, then counts of the object, then clauses. The first that fits is taken. */
export const SENTENCE_RULES: readonly SentenceRule[] = [
  wholeSteps,
  tailClosing,
  frameOpening,
  frameClosing,
  tailOpening,
  frameTone,
  wholeNoMarkdown,
  wholeJson,
  wholeLanguage,
  wholeCount,
  leadingCount,
  excludeWords,
  includeWords,
  ...ROLE_RULES,
  frameAudience,
  adjectiveCount,
  objectCount,
  tailTone,
  tailNoMarkdown,
  tailLanguage,
  tailJson,
  withoutWords,
  clauseCount,
  listedClause,
  tailAudience,
  wholeFormat,
];
