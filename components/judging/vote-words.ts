import { unreachable } from "#lib/base/errors.ts";
import type { Choice } from "#lib/judging/ballot.ts";
import type { VoteSummary } from "#lib/judging/vote-summary.ts";

/** What a vote was, once the sides may be named. */
export function voteWords(choice: Choice | undefined): string {
  switch (choice) {
    case "a":
      return "You preferred Before.";
    case "b":
      return "You preferred After.";
    case "tie":
      return "A tie.";
    case "both-bad":
      return "Both bad: no preference.";
    case undefined:
      return "";
    default:
      return unreachable(choice);
  }
}

/** The votes on one question as a sentence. "Both bad" is said by itself, never as a preference. */
export function tallySentence({ before, after, votes, voters }: VoteSummary): string {
  if (votes === 0) return "No votes yet.";
  const who = voters === 1 ? "You preferred" : `${voters} voters preferred`;
  if (before === 0 && after === 0) return `${who} neither side.`;
  if (before === after) return `${who} each side equally often: ${before} of ${votes} votes.`;
  const [name, wins, other, losses] =
    after > before ? ["After", after, "Before", before] : ["Before", before, "After", after];
  const against = losses === 0 ? `${other} in none` : `${other} in ${losses}`;
  return `${who} ${name} in ${wins} of ${votes} ${votes === 1 ? "vote" : "votes"}, ${against}.`;
}
