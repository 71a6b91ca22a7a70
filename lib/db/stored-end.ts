import { z } from "zod";
import type { EndedSample, FailedSample } from "#lib/runs/archive.ts";
import type { SampleKey } from "#lib/runs/events.ts";
import { parseRunEvent } from "#lib/runs/parse-event.ts";

const tokens = z.number().min(0);

const failedSchema = z.object({
  variant: z.string(),
  case: z.string(),
  sample: z.int().min(0),
  code: z.string(),
  message: z.string(),
  text: z.string(),
  usage: z.object({ inputTokens: tokens, outputTokens: tokens, estimated: z.boolean() }),
  costUsd: z.number().nullable(),
});

/** A row of `run_ends` as the end that was written; one that cannot be read any more is a failure that says so. */
export function restoreEnd(row: {
  variant: string;
  case_id: string;
  sample: number;
  failed: number;
  body: string;
}): EndedSample {
  const key: SampleKey = { variant: row.variant, case: row.case_id, sample: row.sample };
  if (row.failed === 1) return { error: failure(key, row.body) };
  const event = parseRunEvent("sample-end", row.body);
  return event?.type === "sample-end" ? { result: event.data } : { error: unreadable(key) };
}

function failure(key: SampleKey, body: string): FailedSample {
  try {
    return failedSchema.parse(JSON.parse(body));
  } catch {
    return unreadable(key);
  }
}

function unreadable(key: SampleKey): FailedSample {
  return {
    ...key,
    code: "internal",
    message: "This answer was kept in a form that cannot be read any more.",
    text: "",
    usage: { inputTokens: 0, outputTokens: 0, estimated: true },
    costUsd: null,
  };
}
