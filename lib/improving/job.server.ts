import "server-only";
import { countVariables } from "#lib/prompt/variables.ts";
import type { Gate } from "#lib/runs/gate.server.ts";
import { runSample, type SampleOutcome } from "#lib/runs/sample.server.ts";
import { chargedUsage, NO_USAGE } from "#lib/runs/usage.ts";
import { IMPROVE_PROMPT_VERSION } from "./improve-prompt.ts";
import type { Improvement, Outcome } from "./improvement.ts";
import { otherLanguage } from "./other-language.ts";
import { outcomeOf } from "./outcome.ts";
import type { PreparedImprovement } from "./prepare.server.ts";
import { type ReadReply, readReply } from "./read-reply.ts";

export interface JobSurroundings {
  gate: Gate;
  signal: AbortSignal;
  onDefect(error: unknown): void;
  random?: () => number;
}

/** Beyond this the call is closed, whatever is still to come, characters. */
const REPLY_CHARS = 50_000;
/** A proposal is read when it is whole; nobody watches it being written. */
const SILENT = { text: () => undefined, thinking: () => undefined };

/**
 * Asks the model once and reads its reply. A service that refuses the schema, before it has written anything, is asked
 * once more in words alone. Null when the signal ended it.
 */
export async function improve(
  prepared: PreparedImprovement,
  around: JobSurroundings,
): Promise<Improvement | null> {
  const ask = (call: PreparedImprovement["call"]) =>
    runSample(call, {
      gate: around.gate,
      signal: around.signal,
      channel: SILENT,
      roomChars: () => REPLY_CHARS,
      onAttempt: () => undefined,
      onDefect: around.onDefect,
      ...(around.random === undefined ? {} : { random: around.random }),
    });
  const { responseSchema, ...inWords } = prepared.call;
  const first = await ask(prepared.call);
  if (responseSchema !== undefined && first.error?.code === "bad-parameter" && first.text === "") {
    return told(prepared, await ask(inWords), "words");
  }
  return told(prepared, first, responseSchema === undefined ? "words" : "schema");
}

function told(
  prepared: PreparedImprovement,
  ended: SampleOutcome,
  shape: Improvement["shape"],
): Improvement | null {
  const usage = chargedUsage(ended);
  const how = outcomeOf(ended);
  if (how === "stopped") return null;
  const read = how === "readable" ? readReply(ended.text) : null;
  const outcome: Outcome = how !== "readable" ? how : read === null ? "unreadable" : said(read);
  const isRead = outcome === "proposal" || outcome === "nothing";
  return {
    model: prepared.model,
    promptVersion: IMPROVE_PROMPT_VERSION,
    shape,
    outcome,
    proposals: read?.proposals ?? [],
    leftOut: read?.leftOut ?? [],
    lostVariables: read === null ? [] : lostVariables(prepared, read),
    otherLanguage: read === null ? null : otherLanguage(prepared.text, read.proposals),
    reply: isRead ? "" : ended.text.slice(0, REPLY_CHARS).toWellFormed(),
    problem: ended.error ?? null,
    usage: {
      inputTokens: usage.inputTokens,
      outputTokens: usage.outputTokens,
      estimated: usage.estimated,
    },
    costUsd: usage === NO_USAGE ? 0 : prepared.costUsd(usage),
  };
}

function said({ proposals }: ReadReply): Outcome {
  return proposals.length > 0 ? "proposal" : "nothing";
}

/** Of a task that takes the place of the old one. */
function lostVariables({ variables }: PreparedImprovement, { proposals }: ReadReply): string[] {
  if (!proposals.some(({ part }) => part === "task")) return [];
  const kept = countVariables(proposals.map(({ value }) => value));
  return variables.filter((name) => !kept.has(name));
}
