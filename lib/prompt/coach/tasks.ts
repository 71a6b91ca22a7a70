import type { Unit } from "../recognise/units.ts";
import { isInstruction } from "./find.ts";
import type { CoachField } from "./types.ts";

/** Verbs that each make a text of their own. */
const TASK =
  /(?:^|,\s*(?:and |then |and then )?|;\s*|\b(?:and|then|also)\s+(?:please |also |then )?)(summari[sz]e|translate|rewrite|classify|extract|write|draft|create|generate|design|proofread|compose)\b(?=\s+\S)/giu;
/** "Help me to create ads, generate leads and write posts" is one task: what comes after "to" depends on it. */
export function tasksIn(sentence: string): string[] {
  const before = /\b(?:to|how|that|who|which|can|will|if|when)\s/i.exec(sentence)?.index ?? sentence.length;
  return [...sentence.matchAll(TASK)]
    .filter(({ index }) => index < before || /[;]/.test(sentence.slice(before, index)))
    .map((match) => (match[1] ?? "").toLowerCase().replace("ise", "ize"));
}

/** The sentences of everything that instructs. */
export function ordersOf(fields: readonly CoachField[]): Unit[] {
  return fields.filter(isInstruction).flatMap((field) => [...field.sentences]);
}
