import type { Engine } from "#components/playground/engine.ts";
import { toParts } from "#components/playground/to-parts.ts";
import { proposalsFrom } from "#lib/improving/from-parts.ts";
import type { Proposal } from "#lib/improving/improvement.ts";
import type { Prompt } from "#lib/prompt/schema.ts";

/** The longest quotation in a reason, characters. */
const QUOTED_CHARS = 80;

/** What the rules find in a prompt, in the same form as a model's proposal, each with the words that it came from. */
export function recognised(engine: Engine, prompt: Prompt): Proposal[] {
  if (prompt.kind === "parts") return proposalsFrom(prompt, () => "As it stands in Before.");
  const { prompt: parts, found } = toParts(engine, prompt);
  const proposals = proposalsFrom(parts, () => "");
  const quotes = Map.groupBy(found, ({ part }) => part);
  return proposals.map((proposal) => {
    const quote = quotes.get(proposal.part)?.shift()?.text.replace(/\s+/g, " ").trim();
    return {
      ...proposal,
      reason: quote === undefined ? "What remains of your words." : `From “${shortened(quote)}”.`,
    };
  });
}

function shortened(text: string): string {
  return text.length <= QUOTED_CHARS ? text : `${text.slice(0, QUOTED_CHARS - 1).trimEnd()}…`;
}
