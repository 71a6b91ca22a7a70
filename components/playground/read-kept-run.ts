import { z } from "zod";
import { callApi } from "#lib/base/call-api.ts";
import type { Comparison } from "#lib/comparison/schema.ts";

const keptSchema = z.object({
  run: z.object({ title: z.string() }),
  request: z.looseObject({ samples: z.number() }),
});

/**
 * The comparison of a kept run of this browser, as it was when it was run; null when there is no such run.
 * `restore` makes a document of it, also of one that an older version kept.
 */
export async function readKeptRun(
  runId: string,
  restore: (input: unknown) => Comparison,
): Promise<Comparison | null> {
  const answer = await callApi({ method: "GET", path: `/api/history/${runId}` }, (body) =>
    keptSchema.parse(body),
  );
  if (!answer.ok) return null;
  const { run, request } = answer.value;
  const { samples, off, answer: rule } = request;
  return restore({ ...request, title: run.title, settings: { samples, off, answer: rule } });
}
