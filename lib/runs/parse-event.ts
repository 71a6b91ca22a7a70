import { z } from "zod";
import type { RunEvent } from "./events.ts";

const key = { variant: z.string(), case: z.string(), sample: z.int().min(0) };
const verdict = z.enum(["pass", "fail", "undecided"]);
const tokens = z.number().min(0);

const DATA = {
  "run-start": z.object({ runId: z.string(), total: z.int() }),
  "sample-start": z.object({ ...key, attempt: z.int() }),
  "text-delta": z.object({ ...key, text: z.string() }),
  "thinking-delta": z.object({ ...key, text: z.string() }),
  "sample-end": z.object({
    ...key,
    text: z.string(),
    thinking: z.string().optional(),
    origin: z.enum(["bundled", "simulated"]).optional(),
    kept: z.literal(false).optional(),
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
    usage: z.object({ inputTokens: tokens, outputTokens: tokens, estimated: z.boolean() }),
    timing: z.object({ firstTokenMs: z.number().nullable(), totalMs: z.number() }),
    costUsd: z.number().nullable(),
    checks: z.array(
      z.object({
        id: z.string(),
        result: verdict,
        loose: verdict,
        found: z.string(),
        asked: z.string(),
        spans: z.array(z.object({ start: z.int(), end: z.int() })),
      }),
    ),
  }),
  "sample-error": z.object({
    ...key,
    code: z.string(),
    message: z.string(),
    retryAfterMs: z.number().optional(),
    kept: z.literal(false).optional(),
  }),
  "run-end": z.object({
    runId: z.string(),
    status: z.enum(["complete", "stopped", "failed", "interrupted"]),
    costUsd: z.number().nullable(),
  }),
};

const eventSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("run-start"), data: DATA["run-start"] }),
  z.object({ type: z.literal("sample-start"), data: DATA["sample-start"] }),
  z.object({ type: z.literal("text-delta"), data: DATA["text-delta"] }),
  z.object({ type: z.literal("thinking-delta"), data: DATA["thinking-delta"] }),
  z.object({ type: z.literal("sample-end"), data: DATA["sample-end"] }),
  z.object({ type: z.literal("sample-error"), data: DATA["sample-error"] }),
  z.object({ type: z.literal("run-end"), data: DATA["run-end"] }),
]);

/** One frame of our own run stream; null for what this version of the page does not know. */
export function parseRunEvent(type: string, json: string): RunEvent | null {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return null;
  }
  const parsed = eventSchema.safeParse({ type, data });
  return parsed.success ? parsed.data : null;
}
