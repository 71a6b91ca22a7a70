import { z } from "zod";
import { OUTPUT_CHARS } from "#lib/base/limits.ts";
import { EMPTY_CASE } from "#lib/comparison/plan.ts";
import { type Comparison, slugSchema } from "#lib/comparison/schema.ts";

/** The fewest answers of Before and of After in a lesson without cases: below five, variety cannot be seen. */
const MIN_ANSWERS = 5;
/** The fewest of a further variant, which is there as a control. */
const MIN_CONTROL_ANSWERS = 3;
/** Up to this many characters two samples may say the same, as models do when they answer with a number or a code. */
const SHORT_ANSWER_CHARS = 40;

const breaksSchema = z.array(slugSchema);

const answerSchema = z.strictObject({
  /** Id of the case it answers; absent when it is the answer in every case. */
  case: slugSchema.optional(),
  /** One entry a line, so that a poem reads as one in the file. */
  text: z.array(z.string().max(OUTPUT_CHARS)).min(1),
  /** Ids of the hard checks that this answer fails, or by case where that depends on it. The loader holds the claim. */
  breaks: z.union([breaksSchema, z.record(slugSchema, breaksSchema)]).default([]),
});

/** What `answers.json` holds: by variant id, the texts the demo replays, and what the lesson says of them. */
export const answersSchema = z.strictObject({
  /** What these texts are, for a person. */
  label: z.string().min(1),
  claims: z.strictObject({
    /** Share of the deciding hard checks that the After answers keep, all counted, to two decimals. */
    afterKeeps: z.number().min(0).max(1).multipleOf(0.01),
    /** Where Before may keep the whole contract, and why: an honest null result. Without cases: anywhere. */
    nullResult: z.strictObject({ cases: z.array(slugSchema).optional(), why: z.string().min(1) }).optional(),
  }),
  answers: z.record(slugSchema, z.array(answerSchema).min(1)),
});

export type Claims = z.infer<typeof answersSchema>["claims"];

export interface BundledAnswer {
  /** Id of the case it answers; that of the empty case in a lesson without cases. */
  case: string;
  text: string;
  /** Ids of the hard checks that it fails. */
  breaks: readonly string[];
}

/** By variant id, every variant of the comparison. */
export type BundledAnswers = ReadonlyMap<string, readonly BundledAnswer[]>;

/**
 * The answers of a file, one entry a case they answer.
 * Throws an Error that says which variant or case has none, too few, or two that are the same.
 */
export function expandAnswers(
  { variants, cases }: Pick<Comparison, "variants" | "cases">,
  file: z.infer<typeof answersSchema>["answers"],
): BundledAnswers {
  const caseIds = cases.length === 0 ? [EMPTY_CASE.id] : cases.map(({ id }) => id);
  const stranger = Object.keys(file).find((id) => !variants.some((variant) => variant.id === id));
  if (stranger !== undefined) throw new Error(`answers for "${stranger}", which is no variant`);
  return new Map(
    variants.map(({ id }, index) => {
      const answers = (file[id] ?? []).flatMap((answer) => perCase(answer, caseIds));
      if (answers.length === 0) throw new Error(`no answers for the variant "${id}"`);
      const fewest = cases.length > 0 ? 1 : index < 2 ? MIN_ANSWERS : MIN_CONTROL_ANSWERS;
      for (const each of caseIds) {
        const texts = answers.filter((answer) => answer.case === each).map(({ text }) => text);
        requireEnough(texts, fewest, cases.length === 0 ? `"${id}"` : `"${id}" in the case "${each}"`);
      }
      return [id, answers] as const;
    }),
  );
}

function perCase(answer: z.infer<typeof answerSchema>, caseIds: readonly string[]): BundledAnswer[] {
  const { breaks } = answer;
  const named = [answer.case ?? [], Array.isArray(breaks) ? [] : Object.keys(breaks)].flat();
  const unknown = named.find((id) => !caseIds.includes(id));
  if (unknown !== undefined) throw new Error(`an answer names the case "${unknown}", which is none`);
  return caseIds
    .filter((id) => answer.case === undefined || answer.case === id)
    .map((id) => ({
      case: id,
      text: answer.text.join("\n"),
      breaks: Array.isArray(breaks) ? breaks : (breaks[id] ?? []),
    }));
}

function requireEnough(texts: readonly string[], fewest: number, where: string): void {
  if (texts.length < fewest) {
    throw new Error(`${texts.length} answers for ${where}, at least ${fewest} are needed`);
  }
  const long = texts.filter((text) => text.length > SHORT_ANSWER_CHARS);
  if (new Set(long).size < long.length) throw new Error(`two answers for ${where} are the same`);
}
