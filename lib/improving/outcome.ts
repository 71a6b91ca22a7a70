import { unreachable } from "#lib/base/errors.ts";
import type { Ending } from "#lib/providers/types.ts";
import type { Outcome } from "./improvement.ts";

interface Ended {
  text: string;
  /** Exactly one of the two is set. */
  ending?: Ending;
  error?: unknown;
}

type Ends = Exclude<Outcome, "proposal" | "nothing"> | "readable" | "stopped";

/** What a call came to, before its text is looked at; `readable` when the text came whole. */
export function outcomeOf({ text, ending, error }: Ended): Ends {
  if (error !== undefined || ending === undefined) return "failed";
  switch (ending) {
    case "complete":
      return text.trim() === "" ? "empty" : "readable";
    case "refusal":
    case "filtered":
      return "refused";
    case "length":
    case "cut":
      return "cut-off";
    case "tool":
      return "unreadable";
    case "empty":
    case "interrupted":
    case "stopped":
      return ending;
    default:
      return unreachable(ending);
  }
}
