import { z } from "zod";
import { jsonValues } from "#lib/base/json-values.ts";
import { wellFormed } from "#lib/base/well-formed.ts";

/** A reason is a remark for a person, not a second output. */
const REASON_CHARS = 300;

const word = z
  .union([z.string(), z.number(), z.boolean()])
  .transform((value) => String(value).trim().toLowerCase());
const remark = z
  .string()
  .catch("")
  .transform((text) => wellFormed(text).slice(0, REASON_CHARS));
const quoted = z.string().catch("").transform(wellFormed);

const WINNERS: ReadonlyMap<string, "first" | "second" | "tie"> = new Map([
  ["1", "first"],
  ["first", "first"],
  ["text 1", "first"],
  ["2", "second"],
  ["second", "second"],
  ["text 2", "second"],
  ["tie", "tie"],
  ["equal", "tie"],
]);
const YES_NO: ReadonlyMap<string, "yes" | "no"> = new Map([
  ["yes", "yes"],
  ["true", "yes"],
  ["no", "no"],
  ["false", "no"],
]);

/** Takes only the words of a list, in any case. */
function oneOf<Value>(words: ReadonlyMap<string, Value>) {
  return word.transform((value, context) => {
    const known = words.get(value);
    if (known !== undefined) return known;
    context.addIssue("not one of the words asked for");
    return z.NEVER;
  });
}

const pairAnswerSchema = z.object({ winner: oneOf(WINNERS), quote: quoted, reason: remark });
const itemSchema = z.object({
  item: z.coerce.number().int(),
  answer: oneOf(YES_NO),
  quote: quoted,
  reason: remark,
});
const itemsSchema = z.union([z.object({ items: z.array(z.unknown()) }), z.array(z.unknown())]);

export type PairAnswer = z.infer<typeof pairAnswerSchema>;
export type ItemAnswer = z.infer<typeof itemSchema>;

/** The verdict in the judge's answer; null when there is none, or when there are two that differ. */
export function readPairAnswer(text: string): PairAnswer | null {
  const answers = jsonValues(text).flatMap((value) => pairAnswerSchema.safeParse(value).data ?? []);
  const [answer] = answers;
  if (answer === undefined || answers.some(({ winner }) => winner !== answer.winner)) return null;
  return answer;
}

/** The answers by item, counted from 1. An item that is missing, unreadable or answered both ways is left out. */
export function readRubricAnswer(text: string): Map<number, ItemAnswer> {
  const items = jsonValues(text).flatMap((value) => {
    const list = itemsSchema.safeParse(value).data ?? [];
    return (Array.isArray(list) ? list : list.items).flatMap((item) => itemSchema.safeParse(item).data ?? []);
  });
  const answers = new Map<number, ItemAnswer>();
  for (const [item, [first, ...others]] of Map.groupBy(items, (answer) => answer.item)) {
    if (first !== undefined && others.every(({ answer }) => answer === first.answer))
      answers.set(item, first);
  }
  return answers;
}
