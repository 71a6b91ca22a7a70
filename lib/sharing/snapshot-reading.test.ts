import { expect, test } from "vitest";
import { MAX_CASES, MAX_SAMPLES } from "#lib/base/limits.ts";
import { cardOf } from "./card.ts";
import { outlineOf } from "./exports/outline.ts";
import { freeze } from "./freeze.ts";
import { aComparison, anAnswer } from "./sharing.fixture.ts";
import { readSnapshot } from "./snapshot-reading.ts";

const RUN = { startedAtMs: Date.UTC(2026, 0, 2), source: "reported" as const };

/** As many sides and cases as a document takes. */
function wide() {
  const { variants } = aComparison();
  const further = ["c", "d", "e", "f"].map((id) => ({ ...variants[0], id }));
  const cases = Array.from({ length: MAX_CASES }, (_, index) => ({ id: `c-${index}`, values: {} }));
  return aComparison({ variants: [...variants, ...further], cases });
}

test("[SL6] a view takes work for the answers that there are, whatever number an answer gives itself", () => {
  const snapshot = freeze(wide(), { ...RUN, samples: [anAnswer({ case: "c-7", sample: 10_000 })] });
  let asked = 0;
  const { get } = Map.prototype;
  Map.prototype.get = function counted(key: unknown) {
    asked += 1;
    return get.call(this, key);
  };
  const reading = (() => {
    try {
      return readSnapshot(snapshot);
    } finally {
      Map.prototype.get = get;
    }
  })();
  expect(reading.rows).toHaveLength(1);
  expect(reading.rows[0]).toMatchObject({ case: { id: "c-7" }, sample: 10_000 });
  expect(reading.rows[0]?.answers.map((each) => each?.variant)).toEqual([
    undefined,
    "after",
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(reading.verdict?.pairs).toHaveLength(MAX_SAMPLES * MAX_CASES + 1);
  // Each place of the plan is looked up a few times; 10,000 rounds of 200 cases would be millions.
  expect(asked).toBeLessThan(10 * MAX_SAMPLES * MAX_CASES);
});

test("rows stand in the order of the rounds and, within one, of the cases; what no side has is no row", () => {
  const places = [
    ["c-1", 2],
    ["c-5", 0],
    ["c-0", 2],
    ["c-2", 0],
  ] as const;
  const samples = places.map(([id, sample]) => anAnswer({ case: id, sample }));
  const elsewhere = anAnswer({ case: "gone", sample: 1 });
  const { rows } = readSnapshot(freeze(wide(), { ...RUN, samples: [...samples, elsewhere] }));
  expect(rows.map(({ case: { id }, sample }) => [id, sample])).toEqual([
    ["c-2", 0],
    ["c-5", 0],
    ["c-0", 2],
    ["c-1", 2],
  ]);
});

test("[VD21] a contract that was changed after the answers is said by page, files and picture; in a demonstration nothing is claimed anyway", () => {
  const samples = ["before", "after"].map((variant) => anAnswer({ variant }));
  const reading = (contractChanged: boolean, origin?: "bundled") => {
    const answers = samples.map((sample) => ({ ...sample, ...(origin && { origin }) }));
    const snapshot = freeze(aComparison(), { ...RUN, samples: answers, contractChanged });
    return {
      changed: readSnapshot(snapshot).verdict?.changed,
      file: outlineOf(snapshot).verdict,
      card: cardOf(snapshot).verdict,
    };
  };
  const changed = reading(true);
  expect(changed.changed).toBe(true);
  expect(changed.file).toMatch(
    /^The contract was changed after these answers were there\. .*Cannot tell yet/,
  );
  expect(changed.card).toBe("The contract was changed after these answers were there.");
  for (const other of [reading(false), reading(true, "bundled")]) {
    expect(other.changed).toBe(false);
    expect(other.file + other.card).not.toContain("was changed");
  }
});

test("a promise that is switched off, or that decides nothing, is told apart and not counted", () => {
  const checks = [
    { id: "off", hard: true, constraint: { kind: "lines", op: "exactly", n: 9 } },
    { id: "soft", hard: false, constraint: { kind: "lines", op: "exactly", n: 8 } },
  ];
  const comparison = aComparison({ checks, settings: { samples: 1, off: ["off"] } });
  const snapshot = freeze(comparison, { ...RUN, samples: [anAnswer()] });
  const { deciding, promises } = readSnapshot(snapshot);
  expect(promises.map(({ id, off = false }) => [id, off]).slice(-2)).toEqual([
    ["off", true],
    ["soft", false],
  ]);
  expect(deciding).toEqual(promises.slice(0, 2).map(({ id }) => id));
  expect(outlineOf(snapshot).contract.map(({ promise }) => promise)).toContain(
    "exactly 9 lines (switched off)",
  );
});

test("an answer that was stopped or broke off half way counts for no promise, in files as on the page", () => {
  const cut = (ending: "stopped" | "interrupted", sample: number) =>
    anAnswer({ ending, sample, text: "A golden light" });
  const samples = [anAnswer(), cut("stopped", 1), cut("interrupted", 2), anAnswer({ variant: "before" })];
  const { contract } = outlineOf(freeze(aComparison(), { ...RUN, samples }));
  expect(contract[0]?.tallies).toEqual(["1 of 1 kept", "1 of 1 kept"]);
});
