import { z } from "zod";
import { runRequestSchema } from "#lib/runs/request.ts";

const span = z.object({ start: z.int(), end: z.int() });
const verdict = z.enum(["pass", "fail", "undecided"]);
export const checkResult = z.object({
  id: z.string(),
  result: verdict,
  loose: verdict,
  found: z.string(),
  asked: z.string(),
  spans: z.array(span),
});
const usage = z.object({
  inputTokens: z.int(),
  outputTokens: z.int(),
  cachedInputTokens: z.int().optional(),
  estimated: z.boolean(),
});
const sampleKey = { variant: z.string(), case: z.string(), sample: z.int() };
const cost = z.number().nullable().describe("US dollars; null when the price is unknown");
const kept = z.literal(false).optional().describe("set when the answer could not be written to storage");
const sampleResult = z.object({
  ...sampleKey,
  text: z.string(),
  thinking: z.string().optional(),
  ending: z.enum([
    "complete",
    "length",
    "refusal",
    "filtered",
    "tool",
    "empty",
    "cut",
    "stopped",
    "interrupted",
  ]),
  usage,
  timing: z.object({ firstTokenMs: z.int().nullable(), totalMs: z.int() }),
  costUsd: cost,
  checks: z.array(checkResult),
  origin: z.enum(["bundled", "simulated"]).optional(),
  kept,
});
const failedSample = z.object({
  ...sampleKey,
  code: z.string(),
  message: z.string(),
  text: z.string(),
  usage,
  costUsd: cost,
  kept,
});
const status = z.enum(["running", "complete", "stopped", "failed", "interrupted"]);

/** A run as it stands. */
export const runAnswer = z.object({
  runId: z.string(),
  status,
  total: z.int(),
  samples: z.array(sampleResult),
  errors: z.array(failedSample),
  costUsd: cost,
});

const runSummary = z.object({
  runId: z.string(),
  title: z.string(),
  status,
  total: z.int(),
  ended: z.int(),
  costUsd: cost,
  createdAtMs: z.int(),
  expiresAtMs: z.int().nullable().describe("when it is forgotten; null: never"),
});

export const historyPage = z.object({
  runs: z.array(runSummary).describe("newest first"),
  next: z.string().nullable().describe("what to send as `before` for the older ones; null at the end"),
});

export const historyEntry = z.object({
  run: runSummary,
  request: runRequestSchema,
  samples: z.array(sampleResult),
  errors: z.array(failedSample),
});

export const historyQuery = z.object({
  search: z.string().max(500).default("").describe("words of the title or of a prompt"),
  before: z
    .string()
    .regex(/^\d{1,15}\.run_[A-Za-z0-9_-]{1,60}$/, "not a place that an earlier answer named")
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});

export const renameBody = z.strictObject({ title: z.string().trim().min(1, "a title is needed").max(200) });
