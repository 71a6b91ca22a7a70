import { counted, formatCount, formatUsd } from "#components/playground/format.ts";
import { ERROR_STATUS, unreachable } from "#lib/base/errors.ts";
import type { Improvement } from "#lib/improving/improvement.ts";
import type { Estimate } from "#lib/runs/estimate.ts";

/** What came of asking, when it is no proposal: what happened and what to do. Null for a proposal. */
export function outcomeWords({ outcome, problem }: Improvement): { title: string; text: string } | null {
  switch (outcome) {
    case "proposal":
      return null;
    case "nothing":
      return { title: "No part proposed.", text: "The model read the prompt and proposes no change." };
    case "unreadable":
      return {
        title: "The model’s reply could not be read as parts.",
        text: "Nothing was changed. Ask again, or pick another model.",
      };
    case "refused":
      return {
        title: "The model declined.",
        text: "It does not work on this prompt. Another wording or another model may help.",
      };
    case "empty":
      return {
        title: "The model wrote nothing.",
        text: "Ask again, or pick another model: some use up their tokens by thinking.",
      };
    case "cut-off":
      return {
        title: "The reply was cut off.",
        text: "It reached its limit before the end, so none of it is used. A shorter prompt or another model may help.",
      };
    case "interrupted":
      return {
        title: "The connection to the provider broke off.",
        text: "What had arrived is not used. Ask again.",
      };
    case "failed":
      return {
        title: "The model could not answer.",
        text: problem?.message ?? "Something went wrong. Try again.",
      };
    default:
      return unreachable(outcome);
  }
}

/**
 * What is known when no answer arrived. The server refuses before it asks; a call that ended in any other way (the
 * connection was lost, the server stopped or broke) may have reached the model.
 */
export function unansweredWords(code: string | undefined): string {
  return code !== undefined && REFUSALS.has(code)
    ? "The model was not asked."
    : "No answer arrived; the model may have been asked.";
}

/** Codes with which the server says no to a request, as against those of its own failures. */
const REFUSALS: ReadonlySet<string> = new Set(
  Object.entries(ERROR_STATUS).flatMap(([code, status]) => (status < 500 ? [code] : [])),
);

/** What asking is likely to take: "1 call · ≈ 1,900 tokens · ≈ $0.0012". */
export function estimateWords({ calls, tokens, cost }: Estimate): string {
  const money =
    cost.kind === "about" ? `≈ ${formatUsd(cost.usd)}` : cost.kind === "free" ? "free" : "price unknown";
  return `${counted(calls, "call")} · ≈ ${formatCount(tokens)} tokens · ${money}`;
}

/** Who proposed it, in which wording, and what it took. */
export function spentWords({ model, promptVersion, usage, costUsd }: Improvement): string {
  const money = costUsd === null ? "price unknown" : costUsd === 0 ? "no cost" : formatUsd(costUsd);
  const about = usage.estimated ? "about " : "";
  const tokens = counted(usage.inputTokens + usage.outputTokens, "token");
  return `${model.model} (${promptVersion}): ${about}${tokens}, ${money}`;
}

/** What to look at twice before a part is accepted. */
export function warningsOf({ lostVariables, otherLanguage }: Improvement): string[] {
  const names = lostVariables.map((name) => `{{${name}}}`).join(", ");
  return [
    ...(names === "" ? [] : [`The proposed task leaves out ${names}, which the Before prompt has.`]),
    ...(otherLanguage === null
      ? []
      : [`The proposal is in ${otherLanguage.proposal}; the Before prompt is in ${otherLanguage.prompt}.`]),
  ];
}
