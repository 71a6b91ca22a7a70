import { z } from "zod";

const side = z.enum(["a", "b"]);
const choice = z.enum(["a", "b", "tie", "undecided"]);

/** Why a judgement is not a plain win, yes or no. */
const because = z.enum([
  /** Both texts are the same; no call was made. */
  "identical",
  /** A text is empty; no call was made. */
  "nothing-to-judge",
  /** The winner changed with the order in which the texts were shown. */
  "orders-disagree",
  /** The judge's answer was no verdict, or two different ones. */
  "unparsable",
  /** The judge gave no words of the text as evidence, or words that are not in it. */
  "no-quote",
  /** The text that would gain speaks to its judge. */
  "speaks-to-judge",
  "refused",
  "empty",
  "cut-off",
  "interrupted",
  "stopped",
  "failed",
]);

const quote = z.object({
  /** Half-open range of UTF-16 code units in the text that was sent. */
  start: z.int(),
  end: z.int(),
  text: z.string(),
});
const usage = z.object({ inputTokens: z.number(), outputTokens: z.number(), estimated: z.boolean() });
const costUsd = z.number().nullable().describe("US dollars; null when the price is unknown");
const problem = z.object({ code: z.string(), message: z.string() });

/** What the judge said with one order of the two texts. */
const orderSchema = z.object({
  /** Which text was shown first. */
  first: side,
  choice,
  because: because.optional(),
  quote: quote.optional(),
  reason: z.string(),
  problem: problem.optional(),
});

const pairJudgedSchema = z.object({
  pair: z.string(),
  criterion: z.string(),
  winner: choice,
  because: because.optional(),
  /** Both orders; empty when no call was needed. */
  orders: z.array(orderSchema),
  usage,
  costUsd,
});

const itemSchema = z.object({
  criterion: z.string(),
  answer: z.enum(["yes", "no", "undecided"]),
  because: because.optional(),
  quote: quote.optional(),
  reason: z.string(),
});

const outputJudgedSchema = z.object({
  pair: z.string(),
  side,
  items: z.array(itemSchema),
  problem: problem.optional(),
  usage,
  costUsd,
});

const judge = z.object({ provider: z.string(), model: z.string() });
const count = z.int().min(0);

const biasSchema = z.object({
  lengths: z.object({
    decided: count,
    meanWinnerChars: z.number().nullable(),
    meanLoserChars: z.number().nullable(),
    longerWon: count,
    /** Wins where the two lengths differ by at most a tenth of the longer. */
    similar: z.object({ decided: count, a: count, b: count }),
  }),
  position: z.object({
    /** Single answers that named a better text. */
    answers: count,
    /** … of which this many named the text shown first. */
    first: count,
  }),
});

const eventSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("judge-start"),
    data: z.object({ judge, promptVersion: z.string(), mode: z.enum(["pairwise", "rubric"]), calls: count }),
  }),
  z.object({ type: z.literal("pair-judged"), data: pairJudgedSchema }),
  z.object({ type: z.literal("output-judged"), data: outputJudgedSchema }),
  z.object({ type: z.literal("judge-error"), data: problem }),
  z.object({
    type: z.literal("judge-end"),
    data: z.object({
      judge,
      promptVersion: z.string(),
      status: z.enum(["complete", "stopped", "failed"]),
      /** Calls that were made. */
      calls: count,
      usage,
      costUsd,
      /** Pairwise only. */
      bias: biasSchema.optional(),
    }),
  }),
]);

/** The closed set of events of POST /api/judgements. What the judge wrote is parsed and re-encoded. */
export type JudgeEvent = z.infer<typeof eventSchema>;
export type Because = z.infer<typeof because>;
export type Side = z.infer<typeof side>;
export type Quote = z.infer<typeof quote>;
export type OrderReading = z.infer<typeof orderSchema>;
export type PairJudged = z.infer<typeof pairJudgedSchema>;
export type RubricItem = z.infer<typeof itemSchema>;
export type Bias = z.infer<typeof biasSchema>;

/** One frame of the stream; null for what this version does not know. */
export function parseJudgeEvent(type: string, json: string): JudgeEvent | null {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return null;
  }
  const parsed = eventSchema.safeParse({ type, data });
  return parsed.success ? parsed.data : null;
}
