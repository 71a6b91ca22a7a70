import { decidedEarly } from "#lib/checks/early.ts";
import { holdAll } from "#lib/checks/hold.ts";
import type { CheckResult } from "#lib/checks/types.ts";
import { fillChecks } from "#lib/comparison/fill-checks.ts";
import type { Check } from "#lib/comparison/schema.ts";

/** Texts to hold against checks. */
export interface HoldJob {
  id: number;
  /** `early`: texts that are still being written, of which only what is decided is told. */
  mode: "whole" | "early";
  checks: readonly Check[];
  texts: readonly HoldText[];
}

export interface HoldText {
  key: string;
  text: string;
  /** What the variables of its case stand for. */
  values: Readonly<Record<string, string>>;
}

export interface HoldAnswer {
  id: number;
  texts: { key: string; results: CheckResult[] }[];
}

/** Does the job: the same rules as on the server. */
export function holdTexts({ id, mode, checks, texts }: HoldJob): HoldAnswer {
  return {
    id,
    texts: texts.map(({ key, text, values }) => {
      const filled = fillChecks(checks, values);
      return {
        key,
        results:
          mode === "whole"
            ? holdAll(filled, text)
            : filled.flatMap((check) => decidedEarly(check, text) ?? []),
      };
    }),
  };
}
