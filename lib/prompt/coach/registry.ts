import { asksForNoMistakes } from "./rules/asks-for-no-mistakes.ts";
import { bribesAndThreats } from "./rules/bribes-and-threats.ts";
import { conflictingPromises } from "./rules/conflicting-promises.ts";
import { conflictingWishes } from "./rules/conflicting-wishes.ts";
import { dataNotDelimited } from "./rules/data-not-delimited.ts";
import { exactArithmetic } from "./rules/exact-arithmetic.ts";
import { exactCount } from "./rules/exact-count.ts";
import { freshFacts } from "./rules/fresh-facts.ts";
import { hedges } from "./rules/hedges.ts";
import { jsonWithoutKeys } from "./rules/json-without-keys.ts";
import { leakingExamples } from "./rules/leaking-examples.ts";
import { loadedQuestion } from "./rules/loaded-question.ts";
import { missingMaterial } from "./rules/missing-material.ts";
import { noAudience } from "./rules/no-audience.ts";
import { noLength } from "./rules/no-length.ts";
import { noWayOut } from "./rules/no-way-out.ts";
import { onlyNegatives } from "./rules/only-negatives.ts";
import { personalData } from "./rules/personal-data.ts";
import { prefilledAnswer } from "./rules/prefilled-answer.ts";
import { questionBeforeText } from "./rules/question-before-text.ts";
import { roleForFacts } from "./rules/role-for-facts.ts";
import { saidTwice } from "./rules/said-twice.ts";
import { sameExampleTwice } from "./rules/same-example-twice.ts";
import { secretInPrompt } from "./rules/secret-in-prompt.ts";
import { secretInstructions } from "./rules/secret-instructions.ts";
import { shouting } from "./rules/shouting.ts";
import { stepByStep } from "./rules/step-by-step.ts";
import { tooManyRules } from "./rules/too-many-rules.ts";
import { translateWhere } from "./rules/translate-where.ts";
import { twoTasks } from "./rules/two-tasks.ts";
import { unbalancedExamples } from "./rules/unbalanced-examples.ts";
import { unfilledBlank } from "./rules/unfilled-blank.ts";
import { vagueAmount } from "./rules/vague-amount.ts";
import { vagueLength } from "./rules/vague-length.ts";
import { vagueQuality } from "./rules/vague-quality.ts";
import { vagueThings } from "./rules/vague-things.ts";
import type { CoachRule } from "./types.ts";

/**
 * Every rule, the weightiest first: notes are shown in this order. A new rule is one file, one line here, and rows in
 * the table of prompts.
 */
export const COACH_RULES: readonly CoachRule[] = [
  secretInPrompt,
  unfilledBlank,
  missingMaterial,
  conflictingPromises,
  conflictingWishes,
  leakingExamples,
  unbalancedExamples,
  sameExampleTwice,
  dataNotDelimited,
  questionBeforeText,
  noWayOut,
  prefilledAnswer,
  twoTasks,
  noLength,
  noAudience,
  vagueLength,
  vagueAmount,
  vagueQuality,
  vagueThings,
  jsonWithoutKeys,
  translateWhere,
  onlyNegatives,
  saidTwice,
  tooManyRules,
  hedges,
  exactCount,
  exactArithmetic,
  freshFacts,
  asksForNoMistakes,
  loadedQuestion,
  roleForFacts,
  stepByStep,
  shouting,
  bribesAndThreats,
  secretInstructions,
  personalData,
];
