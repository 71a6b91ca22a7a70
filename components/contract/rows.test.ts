import { describe, expect, test } from "vitest";
import type { CheckResult } from "#lib/checks/types.ts";
import { createLedger } from "#lib/runs/ledger.ts";
import { contractRows, score, signOf, withJudge } from "./rows.ts";

const check = (id: string, result: CheckResult["result"]): CheckResult => ({
  id,
  result,
  loose: result,
  found: "",
  asked: "",
  spans: [],
});

function viewOf(results: Record<"before" | "after", CheckResult[][]>) {
  const ledger = createLedger([]);
  for (const [variant, samples] of Object.entries(results)) {
    samples.forEach((checks, sample) => {
      ledger.apply({
        type: "sample-end",
        data: {
          variant,
          case: "1",
          sample,
          text: "",
          ending: "complete",
          usage: { inputTokens: 1, outputTokens: 1, estimated: false },
          timing: { firstTokenMs: 1, totalMs: 1 },
          costUsd: 0,
          checks,
        },
      });
    });
  }
  return ledger.view();
}

const PROMISES = [
  { id: "lines", label: "exactly 4 lines", hard: true, judged: false },
  { id: "tone", label: "tone", hard: false, judged: true },
];
const VARIANTS = { before: "before", after: "after" };

describe("contractRows", () => {
  test("counts each side on its own; what no rule can tell is neither kept nor broken", () => {
    const rows = contractRows(
      PROMISES,
      VARIANTS,
      viewOf({
        before: [[check("lines", "fail"), check("tone", "undecided")], [check("lines", "pass")]],
        after: [[check("lines", "pass"), check("tone", "undecided")]],
      }),
    );
    expect(rows[0]).toMatchObject({
      before: { kept: 1, broken: 1, undecided: 0, leftOut: 0, open: 0 },
      after: { kept: 1, broken: 0, undecided: 0 },
    });
    expect(rows.map((row) => [signOf(row.before), signOf(row.after)])).toEqual([
      ["some", "all"],
      ["undecided", "undecided"],
    ]);
    expect(score(rows)).toEqual({ before: 0, after: 1 });
  });

  test("before a run every promise stands with nothing beside it", () => {
    const rows = contractRows(PROMISES, VARIANTS, null);
    expect(rows.map((row) => signOf(row.after))).toEqual(["nothing", "nothing"]);
  });

  test("[JP4] a judge's marks fill the rows that no rule decides, and count for nothing", () => {
    const said = {
      before: { kept: 1, broken: 2, undecided: 0 },
      after: { kept: 3, broken: 0, undecided: 0 },
    };
    const rows = contractRows(PROMISES, VARIANTS, viewOf({ before: [[check("lines", "pass")]], after: [] }));
    const judged = withJudge(
      rows,
      new Map([
        ["tone", said],
        ["lines", said],
      ]),
    );
    expect(judged[0]).toEqual(rows[0]);
    expect(judged[1]).toMatchObject({ byJudge: true, before: said.before, after: said.after });
    expect(score(judged)).toEqual(score(rows));
    expect(withJudge(rows, new Map())).toEqual(rows);
  });
});
