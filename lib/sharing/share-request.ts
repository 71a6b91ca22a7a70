import { z } from "zod";
import { MAX_CALLS } from "#lib/base/limits.ts";
import { comparisonSchema } from "#lib/comparison/schema.ts";
import { snapshotSampleSchema } from "./snapshot.ts";

/** How long a link can be read when nobody says otherwise, days. */
export const LINK_DAYS = 30;
const MOST_DAYS = 3_650;
/** Answers from elsewhere that one request may bring. */
const MAX_ANSWERS = MAX_CALLS * 2;
/** Retries and later additions that one shared run may be made of. */
const MAX_LATER_RUNS = 100;

const runIdSchema = z.string().regex(/^run_[A-Za-z0-9_-]{1,60}$/, "not the id of a run");

/** Body of POST /api/comparisons. Strict: an address, a header or a key has no place in it and is refused. */
export const shareRequestSchema = z
  .strictObject({
    /** The prompts, checks and title to share; with `runId` it may be left out, and its prompts are those of the run. */
    comparison: comparisonSchema.optional(),
    /** A run of this browser that the server keeps: its answers are taken from the server's own record. */
    runId: runIdSchema.optional(),
    /** Runs that made samples of it again or added to it, oldest first. */
    laterRuns: z.array(runIdSchema).max(MAX_LATER_RUNS).optional(),
    /** Answers from elsewhere. They are held against the checks here, and shown as "came in with the comparison". */
    samples: z
      .array(
        snapshotSampleSchema
          .omit({ checks: true })
          // Counted from 0: no answer can be the 2,001st of its side.
          .extend({
            sample: z
              .int()
              .min(0)
              .max(MAX_ANSWERS - 1),
          }),
      )
      .max(MAX_ANSWERS)
      .optional(),
    /** The checks were changed after the answers from elsewhere were there; of a run of this server it is known. */
    contractChanged: z.literal(true).optional(),
    /** When the answers from elsewhere were made, ISO 8601 in UTC; now when it is left out. */
    startedAt: z.iso.datetime().optional(),
    /** Null: until it is taken back. */
    expiresInDays: z.int().min(1).max(MOST_DAYS).nullable().default(LINK_DAYS),
  })
  .refine(({ comparison, runId }) => comparison !== undefined || runId !== undefined, {
    error: "send a comparison or the id of a run",
  })
  .refine(({ samples, runId }) => samples === undefined || runId === undefined, {
    path: ["samples"],
    error: "a run of this server brings its own answers; leave the samples out",
  })
  .refine(({ laterRuns, runId }) => laterRuns === undefined || runId !== undefined, {
    path: ["laterRuns"],
    error: "name the first run as runId",
  });

export type ShareRequest = z.infer<typeof shareRequestSchema>;
