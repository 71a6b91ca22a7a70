import { readRubricAnswer } from "./answer.ts";
import type { Because, RubricItem } from "./events.ts";
import { findQuote } from "./quote.ts";
import { flawOf, type JudgeReply } from "./reply.ts";
import type { Criterion } from "./request.ts";
import { speaksToJudge } from "./speaks-to-judge.ts";

/** One item a criterion. Yes and no need a quote that stands in the text; a yes also a text that does not ask for it. */
export function readRubric(criteria: readonly Criterion[], text: string, reply: JudgeReply): RubricItem[] {
  const flaw = flawOf(reply);
  if (flaw !== null) return allUndecided(criteria, flaw);
  const answers = readRubricAnswer(reply.text);
  const speaks = speaksToJudge(text);
  return criteria.map(({ id: criterion }, index) => {
    const answer = answers.get(index + 1);
    if (answer === undefined) return undecided(criterion, "unparsable");
    const { reason } = answer;
    const quote = findQuote(text, answer.quote);
    if (quote === null) return undecided(criterion, "no-quote", reason);
    if (answer.answer === "yes" && speaks) return undecided(criterion, "speaks-to-judge", reason);
    return { criterion, answer: answer.answer, quote, reason };
  });
}

/** Every item undecided for one and the same reason. */
export function allUndecided(criteria: readonly Criterion[], because: Because): RubricItem[] {
  return criteria.map(({ id }) => undecided(id, because));
}

function undecided(criterion: string, because: Because, reason = ""): RubricItem {
  return { criterion, answer: "undecided", because, reason };
}
