import { describe, expect, test } from "vitest";
import type { Constraint } from "#lib/constraints/registry.ts";
import { allChecks } from "./derive.ts";
import { keepOff, withCheck, withCheckOff, withEditedCheck, withoutCheck } from "./edit-checks.ts";
import { restore } from "./restore.ts";
import { type Comparison, comparisonSchema } from "./schema.ts";
import { decidingChecks } from "./verdict-input.ts";

const FOUR: Constraint = { kind: "lines", op: "exactly", n: 4 };
const SHORT: Constraint = { kind: "lines", op: "at-most", n: 9 };
const HOPE: Constraint = { kind: "include", words: ["hope"], mode: "all" };

const withConstraints = (constraints: Constraint[], settings: object = {}): Comparison =>
  restore({
    variants: [
      { id: "before", prompt: "A poem." },
      { id: "after", prompt: { kind: "parts", task: "A poem.", constraints } },
    ],
    settings: { samples: 1, ...settings },
  });
const idsOf = (comparison: Comparison) => allChecks(comparison).map(({ id }) => id);
const offOf = (comparison: Comparison) =>
  allChecks(comparison)
    .filter(({ off }) => off)
    .map(({ constraint }) => constraint);

describe("own checks", () => {
  test("are added at the end, edited in place, and deleted with their switch", () => {
    const added = withCheck(withConstraints([FOUR]), {
      constraint: HOPE,
      label: " speaks of hope ",
      hard: false,
    });
    expect(idsOf(added)).toEqual(["lines", "own-include"]);
    expect(added.checks[0]).toEqual({
      id: "own-include",
      label: "speaks of hope",
      hard: false,
      constraint: HOPE,
    });
    const twice = withCheck(added, { constraint: HOPE, hard: true });
    expect(idsOf(twice)).toEqual(["lines", "own-include", "own-include-2"]);
    const edited = withEditedCheck(twice, "own-include", { constraint: SHORT, label: "", hard: true });
    expect(edited.checks[0]).toEqual({ id: "own-include", hard: true, constraint: SHORT });
    const gone = withoutCheck(withCheckOff(edited, "own-include", true), "own-include");
    expect(idsOf(gone)).toEqual(["lines", "own-include-2"]);
    expect(gone.settings).toEqual({ samples: 1 });
    expect(comparisonSchema.parse(edited)).toEqual(edited);
  });
});

describe("a check that is switched off", () => {
  test("stays in the contract and decides nothing, derived or own", () => {
    const off = withCheckOff(
      withCheck(withConstraints([FOUR, SHORT]), { constraint: HOPE, hard: true }),
      "lines",
      true,
    );
    expect(idsOf(off)).toEqual(["lines", "lines-2", "own-include"]);
    expect(decidingChecks(allChecks(off)).map(({ id }) => id)).toEqual(["lines-2", "own-include"]);
    const on = withCheckOff(off, "lines", false);
    expect(on.settings).toEqual({ samples: 1 });
    expect(decidingChecks(allChecks(on))).toHaveLength(3);
  });

  test("survives restore; a document without the list stays without it", () => {
    const off = withCheckOff(withConstraints([FOUR]), "lines", true);
    expect(restore(off)).toEqual(off);
    expect(restore(withConstraints([FOUR])).settings).toEqual({ samples: 1 });
    expect(withConstraints([FOUR], { off: ["lines", 7, null, "a b"] }).settings.off).toEqual([
      "lines",
      "7",
      "a-b",
    ]);
  });

  test.each([
    ["the one before it goes", [SHORT], [SHORT]],
    ["it moves", [SHORT, FOUR], [SHORT]],
    ["its number changes", [FOUR, { ...SHORT, n: 8 }], [{ ...SHORT, n: 8 }]],
    ["it goes", [FOUR], []],
    ["another kind takes its place", [FOUR, HOPE], []],
  ] satisfies [string, Constraint[], Constraint[]][])("is still the same when %s", (_, now, expected) => {
    const before = withCheckOff(withConstraints([FOUR, SHORT]), "lines-2", true);
    const after = { ...withConstraints(now), settings: before.settings };
    expect(offOf(keepOff(before, after))).toEqual(expected);
  });
});
