import { z } from "zod";
import { constraintSchema } from "#lib/constraints/registry.ts";
import { exampleSchema } from "#lib/prompt/schema.ts";

/** Parts that hold one text. */
export const TEXT_PARTS = ["role", "task", "audience", "opening", "closing", "format", "extra"] as const;

const reason = z.string().describe("one sentence; empty when the model gave none");

/** One thing to accept or refuse: a part with what it would hold, or one constraint of several. */
export const proposalSchema = z.discriminatedUnion("part", [
  z.object({ part: z.enum(TEXT_PARTS), value: z.string(), reason }),
  z.object({ part: z.literal("tone"), value: z.array(z.string()), reason }),
  z.object({ part: z.literal("constraints"), value: constraintSchema, reason }),
  z.object({ part: z.literal("examples"), value: z.array(exampleSchema), reason }),
  z.object({ part: z.literal("steps"), value: z.literal(true), reason }),
]);

/** Something in the reply that is no part of a prompt, and why. */
const leftOutSchema = z.object({ name: z.string(), text: z.string(), why: z.string() });

export const outcomeSchema = z.enum([
  "proposal",
  /** The reply can be read and proposes no part. */
  "nothing",
  /** The reply cannot be read as parts. */
  "unreadable",
  "refused",
  "empty",
  /** The answer reached a bound before its end. */
  "cut-off",
  "interrupted",
  /** The call itself failed; `problem` says why. */
  "failed",
]);

/** Answer of POST /api/improvements. */
export const improvementSchema = z.object({
  model: z.object({ provider: z.string(), model: z.string() }),
  promptVersion: z.string().describe("names the wording with which the model was asked"),
  shape: z.enum(["schema", "words"]).describe("how the model was told the shape of its answer"),
  outcome: outcomeSchema,
  proposals: z.array(proposalSchema),
  leftOut: z.array(leftOutSchema).describe("what the reply had beside parts that can be used"),
  lostVariables: z.array(z.string()).describe("variables of the prompt that the proposed task leaves out"),
  otherLanguage: z
    .object({ prompt: z.string(), proposal: z.string() })
    .nullable()
    .describe("names of two languages that differ"),
  reply: z.string().describe("what the model wrote, when it could not be read"),
  problem: z
    .object({ code: z.string(), message: z.string(), retryAfterMs: z.number().optional() })
    .nullable(),
  usage: z.object({ inputTokens: z.number(), outputTokens: z.number(), estimated: z.boolean() }),
  costUsd: z.number().nullable().describe("US dollars; null when the price is unknown"),
});

export type Proposal = z.infer<typeof proposalSchema>;
export type LeftOut = z.infer<typeof leftOutSchema>;
export type Outcome = z.infer<typeof outcomeSchema>;
export type Improvement = z.infer<typeof improvementSchema>;
