import { z } from "zod";
import { MAX_CALLS, MAX_CHECKS, OUTPUT_CHARS, SHORT_TEXT_CHARS } from "#lib/base/limits.ts";
import { wellFormed } from "#lib/base/well-formed.ts";
import { comparisonSchema, slugSchema } from "#lib/comparison/schema.ts";

/** The current shape of a Snapshot. */
export const SNAPSHOT_VERSION = 1;
/** Pieces of evidence of one check in one answer. */
export const MAX_SPANS = 10_000;

const count = z.int().min(0).max(1_000_000_000);
const short = z.string().max(SHORT_TEXT_CHARS).transform(wellFormed);
const verdict = z.enum(["pass", "fail", "undecided"]);

const checkResultSchema = z.strictObject({
  id: z.string().max(200),
  result: verdict,
  loose: verdict,
  found: short,
  asked: short,
  spans: z.array(z.strictObject({ start: count, end: count })).max(MAX_SPANS),
});

/** One answer as everybody may see it: no cost, no thinking, no owner. */
export const snapshotSampleSchema = z.strictObject({
  variant: slugSchema,
  case: slugSchema,
  sample: z.int().min(0).max(10_000),
  text: z.string().max(OUTPUT_CHARS).transform(wellFormed),
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
  usage: z.strictObject({ inputTokens: count, outputTokens: count, estimated: z.boolean() }),
  timing: z.strictObject({ firstTokenMs: count.nullable(), totalMs: count }),
  checks: z.array(checkResultSchema).max(MAX_CHECKS * 2),
  /** Set when no model answered: every view and export has to say so. */
  origin: z.enum(["bundled", "simulated"]).optional(),
});

export const snapshotRunSchema = z.strictObject({
  /** When the run began, ISO 8601 in UTC. */
  startedAt: z.iso.datetime(),
  /** `recorded`: this server made the calls and kept the answers. `reported`: they came in from outside. */
  source: z.enum(["recorded", "reported"]),
  samples: z.array(snapshotSampleSchema).max(MAX_CALLS * 2),
  /** Other checks decide here than decided when the answers were asked for: no verdict on them is evidence. */
  contractChanged: z.literal(true).optional(),
});

/**
 * A comparison and one run of it, frozen: what a link shows and what an export holds. This schema is the
 * list of everything that becomes public; a key, an address, an owner or a price has no place in it.
 */
export const snapshotSchema = z.strictObject({
  version: z.literal(SNAPSHOT_VERSION),
  comparison: comparisonSchema,
  run: snapshotRunSchema.nullable(),
});

export type SnapshotSample = z.infer<typeof snapshotSampleSchema>;
export type SnapshotRun = z.infer<typeof snapshotRunSchema>;
export type Snapshot = z.infer<typeof snapshotSchema>;
