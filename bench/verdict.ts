/**
 * How often each method says "better" where there is no difference, when someone looks after every pair; what it
 * takes to see a difference; and how often "no meaningful difference" is said of a difference that matters.
 *
 *   npm run bench verdict [-- --comparisons 20000]
 */
import { parseArgs } from "node:util";
import { mcnemarPower, requiredCases } from "#lib/statistics/mcnemar-power.ts";
import {
  atRates,
  expectedChange,
  mixedCases,
  type PeekingRow,
  percent,
  type Situation,
  simulatePeeking,
} from "./verdict-simulation.ts";

const { values } = parseArgs({ options: { comparisons: { type: "string", default: "20000" } } });
const comparisons = Number(values.comparisons);

const NO_DIFFERENCE = [
  ...[0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98].map((rate) => atRates(`both pass ${percent(rate)}`, rate, rate)),
  mixedCases("cases of any difficulty", "uniform"),
  mixedCases("easy and hard cases", "easy or hard"),
];
const CHANGES = [
  { rateA: 0.4, rateB: 0.9, regress: 0.02 },
  { rateA: 0.5, rateB: 0.8, regress: 0.05 },
  { rateA: 0.6, rateB: 0.8, regress: 0.05 },
  { rateA: 0.7, rateB: 0.8, regress: 0.05 },
  { rateA: 0.7, rateB: 0.8, regress: 0.1 },
];
const REAL_DIFFERENCES: ReadonlyArray<readonly [number, number]> = [
  [0.5, 0.6],
  [0.85, 0.95],
  [0.5, 0.65],
  [0.8, 0.95],
  [0.5, 0.7],
];

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const rule = head.map((_, column) => (column === 0 ? "---" : "---:"));
  return [line(head), line(rule), ...rows.map(line), ""].join("\n");
}

function simulate(situation: Situation, pairs: number): PeekingRow {
  return simulatePeeking(situation, { comparisons, pairs });
}

function falseVerdicts(pairs: number): string {
  const rows = NO_DIFFERENCE.map((situation) => {
    const row = simulate(situation, pairs);
    return [row.label, percent(row.safe), percent(row.mcnemarE), percent(row.mcnemarExact)];
  });
  return [
    `### No difference, looked at after each of ${pairs} pairs: ever called "better"\n`,
    table(["", "safe 2x2, E ≥ 20 (ours)", "McNemar-form E ≥ 20", "exact McNemar p < 0.05"], rows),
  ].join("\n");
}

function power(pairs: number): string {
  const rows = CHANGES.map((change) => {
    const row = simulate(expectedChange(change), pairs);
    return [
      row.label,
      String(requiredCases(change)),
      percent(mcnemarPower(change, pairs)),
      percent(row.safe),
      percent(row.mcnemarE),
      Number.isFinite(row.medianPairs) ? String(row.medianPairs) : `over ${pairs}`,
    ];
  });
  const head = [
    "pass rate, one sample a case",
    "cases for 80 % power, exact McNemar, one look",
    `exact McNemar, one look at ${pairs}`,
    `safe 2x2 by ${pairs}`,
    `McNemar-form E by ${pairs}`,
    "median pairs, safe 2x2",
  ];
  return [`### A real difference: how soon it is seen\n`, table(head, rows)].join("\n");
}

function falseEquivalence(pairs: number): string {
  const rows = REAL_DIFFERENCES.map(([a, b]) => {
    const row = simulate(atRates(`${percent(a)} and ${percent(b)}`, a, b), pairs);
    return [row.label, percent(row.equivalent), percent(row.safe)];
  });
  return [
    `### A difference that matters, looked at after each of ${pairs} pairs\n`,
    table(["true rates", 'ever called "no meaningful difference"', 'ever called "better"'], rows),
  ].join("\n");
}

process.stdout.write(
  `## The verdict, ${comparisons.toLocaleString("en")} simulated comparisons a row, seeded\n\n`,
);
for (const section of [
  () => falseVerdicts(40),
  () => falseVerdicts(100),
  () => power(40),
  () => falseEquivalence(400),
]) {
  process.stdout.write(`${section()}\n`);
}
