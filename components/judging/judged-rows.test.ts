import { expect, test } from "vitest";
import { judgedRowsOf } from "./judged-rows.ts";

test("[JP4] the contract gets a judge's marks for the comparison that was judged, and for no other", () => {
  const comparison = {};
  const tally = { kept: 1, broken: 0, undecided: 0 };
  const rows = new Map([["tone", { before: tally, after: tally }]]);
  expect(judgedRowsOf({ comparison, rows }, comparison)).toBe(rows);
  expect(judgedRowsOf({ comparison, rows }, {}).size).toBe(0);
  expect(judgedRowsOf({ comparison: null, rows }, null).size).toBe(0);
});
