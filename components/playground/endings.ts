import type { SampleView } from "#lib/runs/ledger.ts";
import type { Run } from "./state.ts";

/** How one sample stands, for its tab, its metrics and the note below it. */
export interface Standing {
  /** One or two words, for tabs and the metrics line. */
  word: string;
  mark: "waiting" | "writing" | "good" | "limit" | "stopped" | "bad";
  /** What happened and what to do; null when there is nothing to add. */
  note: string | null;
  /** It is no answer of the model yet, so that asking again takes none away: whatever the verdict counts is final. */
  retry: boolean;
}

const WAITING: Standing = { word: "waiting", mark: "waiting", note: null, retry: false };
const WRITING: Standing = { word: "writing", mark: "writing", note: null, retry: false };

const ENDINGS = {
  complete: { word: "complete", mark: "good", note: null, retry: false },
  length: {
    word: "token limit",
    mark: "limit",
    note: "It reached the token limit and stopped in the middle. Raise “Max tokens” under Settings to let it finish.",
    retry: false,
  },
  refusal: {
    word: "declined",
    mark: "limit",
    note: "The model declined to answer this prompt. That is an answer too: it counts as one. More samples show how often it does.",
    retry: false,
  },
  filtered: {
    word: "filtered",
    mark: "limit",
    note: "The provider’s content filter stopped this answer. It counts as one; more samples show how often that happens. Wording the task differently may help.",
    retry: false,
  },
  tool: {
    word: "asked for a tool",
    mark: "limit",
    note: "The model asked for a tool instead of answering, and there are no tools here. It counts as an answer; more samples show how often that happens. Ask it to answer in words.",
    retry: false,
  },
  empty: {
    word: "empty",
    mark: "limit",
    note: "The model finished without writing anything. It counts as an answer; more samples show how often that happens. Allow more tokens: some models think first and use them up.",
    retry: false,
  },
  cut: {
    word: "cut",
    mark: "limit",
    note: "Cut here: one answer may hold at most 1 MB of text. The rest was not asked for and not paid for.",
    retry: false,
  },
  stopped: {
    word: "stopped",
    mark: "stopped",
    note: "You stopped this one. What had arrived is kept.",
    retry: true,
  },
  interrupted: {
    word: "interrupted",
    mark: "bad",
    note: "The connection to the provider broke off before the answer was finished. What had arrived is kept.",
    retry: true,
  },
} as const satisfies Record<string, Standing>;

/** How an answer ended, in one or two words. */
export function endingWords(ending: keyof typeof ENDINGS): string {
  return ENDINGS[ending].word;
}

export function standingOf(sample: SampleView, phase: Run["phase"]): Standing {
  switch (sample.phase) {
    case "waiting":
      return WAITING;
    case "writing":
      if (phase !== "over") return WRITING;
      return {
        word: "lost sight",
        mark: "bad",
        note: "The connection to the server was lost while this was being written.",
        retry: false,
      };
    case "unstarted":
      return {
        word: "not begun",
        mark: "stopped",
        note: "The run was stopped before this one began.",
        retry: true,
      };
    case "failed": {
      const message = sample.problem?.message ?? "Something went wrong.";
      return { word: "failed", mark: "bad", note: message, retry: true };
    }
    case "ended":
      return ENDINGS[sample.result?.ending ?? "interrupted"];
  }
}
