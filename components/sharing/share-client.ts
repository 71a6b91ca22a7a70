import { z } from "zod";
import { type Answer, callApi } from "#lib/base/call-api.ts";
import type { Comparison } from "#lib/comparison/schema.ts";
import type { SampleResult } from "#lib/runs/events.ts";
import type { ShareRequest } from "#lib/sharing/share-request.ts";
import type { Shareable } from "./use-shareable.ts";

const madeSchema = z.object({
  id: z.string(),
  url: z.string(),
  manageToken: z.string(),
  expiresAt: z.string().nullable(),
});

export interface MadeShare extends z.infer<typeof madeSchema> {
  title: string;
  /** The server did not keep all of the answers, so the page says that they came in from outside. */
  reported: boolean;
}

interface Wish {
  shareable: Shareable;
  withAnswers: boolean;
  expiresInDays: number | null;
  /** The same for the same wish, so that a second try makes no second link. */
  key: string;
}

/** Creates the link. A run that the server kept is taken from its own record; else the answers are sent along. */
export async function createShare({
  shareable,
  withAnswers,
  expiresInDays,
  key,
}: Wish): Promise<Answer<MadeShare>> {
  const answered = withAnswers ? shareable.answered : null;
  if (answered === null) return send({ comparison: shareable.written, expiresInDays }, key, false);
  const { comparison, samples, runIds, contractChanged } = answered;
  const [runId, ...laterRuns] = runIds;
  if (runId !== undefined) {
    const recorded = await send(
      { comparison, runId, ...(laterRuns.length === 0 ? {} : { laterRuns }), expiresInDays },
      key,
      false,
    );
    if (recorded.ok || recorded.code !== "not-found") return recorded;
  }
  const reported = {
    comparison,
    samples: samples.map(publicPart),
    expiresInDays,
    ...(contractChanged ? { contractChanged } : {}),
  };
  return send(reported, `${key}-reported`, true);
}

function send(
  body: Partial<ShareRequest> & { comparison: Comparison },
  key: string,
  reported: boolean,
): Promise<Answer<MadeShare>> {
  return callApi(
    { method: "POST", path: "/api/comparisons", body, headers: { "Idempotency-Key": key } },
    (answer) => ({ ...madeSchema.parse(answer), title: body.comparison.title, reported }),
  );
}

/** Takes the link back with its token, so that it works wherever the link was made. */
export function takeBack({ id, manageToken }: MadeShare): Promise<Answer<null>> {
  return callApi(
    {
      method: "DELETE",
      path: `/api/comparisons/${id}`,
      headers: { Authorization: `Bearer ${manageToken}` },
    },
    () => null,
  );
}

/** Field by field what of an answer becomes public. */
export function publicPart(result: SampleResult): NonNullable<ShareRequest["samples"]>[number] {
  const { variant, case: caseId, sample, text, ending, usage, timing, origin } = result;
  return {
    variant,
    case: caseId,
    sample,
    text,
    ending,
    usage: {
      inputTokens: usage.inputTokens,
      outputTokens: usage.outputTokens,
      estimated: usage.estimated,
    },
    timing: { firstTokenMs: timing.firstTokenMs, totalMs: timing.totalMs },
    ...(origin === undefined ? {} : { origin }),
  };
}
