import { readPairAnswer } from "./answer.ts";
import type { Because, OrderReading, PairJudged, Side } from "./events.ts";
import { findQuote } from "./quote.ts";
import { flawOf, type JudgeReply } from "./reply.ts";
import type { Pair } from "./request.ts";
import { speaksToJudge } from "./speaks-to-judge.ts";

/** What one reply says, with `first` shown first. Only a whole, readable answer with evidence names a text. */
export function readOrder(pair: Pair, first: Side, reply: JudgeReply): OrderReading {
  const undecided = (because: Because, reason = ""): OrderReading => ({
    first,
    choice: "undecided",
    because,
    reason,
    ...(reply.problem === undefined ? {} : { problem: reply.problem }),
  });
  const flaw = flawOf(reply);
  if (flaw !== null) return undecided(flaw);
  const answer = readPairAnswer(reply.text);
  if (answer === null) return undecided("unparsable");
  if (answer.winner === "tie") return { first, choice: "tie", reason: answer.reason };
  const second: Side = first === "a" ? "b" : "a";
  const choice = answer.winner === "first" ? first : second;
  const quote = findQuote(pair[choice], answer.quote);
  return quote === null
    ? undecided("no-quote", answer.reason)
    : { first, choice, quote, reason: answer.reason };
}

/**
 * The verdict of all orders. A win takes the same text named every time, and a text that does not speak to its
 * judge; naming different texts, or one text and a tie, is a tie; one order undecided leaves all undecided.
 */
export function settlePair(
  pair: Pair,
  orders: readonly OrderReading[],
): Pick<PairJudged, "winner" | "because"> {
  const open = orders.find(({ choice }) => choice === "undecided");
  const [choice, ...others] = new Set(orders.map((order) => order.choice));
  if (open !== undefined || choice === undefined) {
    return { winner: "undecided", because: open?.because ?? "failed" };
  }
  if (others.length > 0) return { winner: "tie", because: "orders-disagree" };
  if ((choice === "a" || choice === "b") && speaksToJudge(pair[choice])) {
    return { winner: "undecided", because: "speaks-to-judge" };
  }
  return { winner: choice };
}
