import { unreachable } from "#lib/base/errors.ts";
import type { Ending } from "#lib/providers/types.ts";
import type { Because } from "./events.ts";

/** What came back from one call to the judge. */
export interface JudgeReply {
  text: string;
  /** Exactly one of the two is set. */
  ending?: Ending;
  problem?: { code: string; message: string };
}

/** Why a reply cannot be read as a verdict; null when it came whole. */
export function flawOf({ ending, problem }: JudgeReply): Because | null {
  if (problem !== undefined || ending === undefined) return "failed";
  switch (ending) {
    case "complete":
      return null;
    case "refusal":
    case "filtered":
      return "refused";
    case "length":
    case "cut":
      return "cut-off";
    case "tool":
      return "unparsable";
    case "empty":
    case "interrupted":
    case "stopped":
      return ending;
    default:
      return unreachable(ending);
  }
}
