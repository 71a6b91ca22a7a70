import { counted, formatUsd } from "#components/playground/format.ts";
import { percent } from "#components/verdict/words.ts";
import { unreachable } from "#lib/base/errors.ts";
import type { AnswerPair } from "#lib/judging/answer-pairs.ts";
import { type Calibration, SHARED_ITEMS_NEEDED } from "#lib/judging/calibrate.ts";
import type { Because, Bias } from "#lib/judging/events.ts";
import { positionLean } from "#lib/judging/judge-summary.ts";
import type { Judgement } from "#lib/judging/judgement.ts";

/** Why a judgement is no plain win, yes or no. */
export function becauseWords(because: Because): string {
  switch (because) {
    case "identical":
      return "both texts are the same";
    case "nothing-to-judge":
      return "a text is empty";
    case "orders-disagree":
      return "the winner changed with the order";
    case "unparsable":
      return "the answer was no readable verdict";
    case "no-quote":
      return "it quoted no words that stand in the text";
    case "speaks-to-judge":
      return "the text speaks to its judge";
    case "refused":
      return "the judge declined";
    case "empty":
      return "the judge said nothing";
    case "cut-off":
      return "the verdict was cut off";
    case "interrupted":
      return "the connection broke off";
    case "stopped":
      return "stopped";
    case "failed":
      return "the call failed";
    default:
      return unreachable(because);
  }
}

/** Before anything is paid: what it takes until its verdicts are shown, and whether there is enough here for that. */
export function neededWords(pairs: readonly Pick<AnswerPair, "identical">[], questions: number): string {
  const needed = `It stays hidden until it has been held against ${SHARED_ITEMS_NEEDED} blind votes and agrees with them.`;
  const choices = pairs.filter(({ identical }) => !identical).length;
  const votes = choices * questions;
  if (votes >= SHARED_ITEMS_NEEDED) return needed;
  const only = votes === 0 ? "None" : `Only ${votes}`;
  return `${needed} ${only} can be cast here (${counted(choices, "pair")} of answers that differ, ${counted(questions, "question")}), so its verdicts would stay hidden. More samples or cases give more to vote on.`;
}

/** Whether to believe it: agreement with blind votes, or what is missing. */
export function trustWords({ shared, agreement, kappa, judge }: Calibration): {
  title: string;
  text: string;
} {
  const agreed =
    agreement === null
      ? ""
      : `It said what people said in ${Math.round(agreement * shared)} of ${shared} (${percent(agreement)})`;
  const beyond = kappa === null ? "" : `, kappa ${kappa.toFixed(2)}`;
  if (judge.kind === "shown") {
    return {
      title: "It agrees with people.",
      text: `${agreed}${beyond}: better than chance by enough (0.40) to be shown.`,
    };
  }
  switch (judge.because) {
    case "too-few-votes":
      return {
        title: `Hidden: ${counted(judge.votesNeeded, "more blind vote")} needed.`,
        text: `A judge counts once it has been held against ${SHARED_ITEMS_NEEDED} blind votes on the same answers and questions. ${
          shared === 0 ? "So far there are none." : `So far ${shared}. ${agreed}.`
        }`,
      };
    case "disagrees":
      return {
        title: "Hidden: it does not agree with people.",
        text: `${agreed}${beyond}; 0.40 is needed. What it says here stands in for nobody.`,
      };
    case "no-variety":
      return {
        title: "Hidden: nothing to measure it by.",
        text: `${agreed}, but one and the same answer throughout: chance alone would agree as well.`,
      };
    default:
      return unreachable(judge);
  }
}

/** A judge that follows the place; null when what it named is within chance. */
export function positionWords({ position }: Bias, ordersDisagree: number): string | null {
  const lean = positionLean(position);
  if (lean === null) return null;
  const { answers, first } = position;
  const ties =
    ordersDisagree === 0
      ? ""
      : ` ${ordersDisagree === 1 ? "1 verdict" : `${ordersDisagree} verdicts`} changed with the order and became ${ordersDisagree === 1 ? "a tie" : "ties"}.`;
  return `It named the text it read ${lean} in ${lean === "first" ? first : answers - first} of ${answers} answers; half would be fair.${ties}`;
}

/** Whether it likes long texts, in one sentence; empty when it decided nothing. */
export function lengthWords({ lengths }: Bias): string {
  const { decided, longerWon, meanWinnerChars, meanLoserChars, similar } = lengths;
  if (decided === 0 || meanWinnerChars === null || meanLoserChars === null) return "";
  const alike =
    similar.decided === 0
      ? "no two were about equally long"
      : `of ${counted(similar.decided, "pair")} about equally long, Before won ${similar.a} and After ${similar.b}`;
  return `The longer text won ${longerWon} of ${decided} (winners had ${Math.round(meanWinnerChars)} characters on average, losers ${Math.round(meanLoserChars)}); ${alike}.`;
}

/** What it took: "30 calls, 11,200 tokens, $0.0031". */
export function spentWords({ done, tokens, costUsd }: Judgement): string {
  const money = costUsd === null ? "price unknown" : costUsd === 0 ? "no cost" : formatUsd(costUsd);
  return `${counted(done, "call")}, ${counted(tokens, "token")}, ${money}`;
}
