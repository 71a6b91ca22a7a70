import { describe, expect, test } from "vitest";
import type { KindCase } from "#lib/constraints/kind-case.fixture.ts";
import { KIND_CASES } from "#lib/constraints/kinds/all-cases.fixture.ts";
import { CONSTRAINT_KINDS, constraintSchema, type KindName } from "#lib/constraints/registry.ts";
import { hold } from "./hold.ts";

/** Cases that a kind's table has at least. */
const ENOUGH = 15;
const OTHER_SCRIPT =
  /[\p{Script=Arabic}\p{Script=Bengali}\p{Script=Devanagari}\p{Script=Greek}\p{Script=Han}\p{Script=Hebrew}\p{Script=Thai}]/u;

const tables: readonly (readonly [string, readonly KindCase<KindName>[]])[] = Object.entries(KIND_CASES);

test("every kind of the registry has a table", () => {
  expect(Object.keys(KIND_CASES).toSorted()).toEqual(Object.keys(CONSTRAINT_KINDS).toSorted());
});

test.each(tables)(
  "%s: at least 15 different cases, among them other scripts, CRLF and an empty output",
  (kind, cases) => {
    const distinct = new Set(cases.map(([, promise, text]) => JSON.stringify([promise, text])));
    expect(distinct.size).toBe(cases.length);
    expect(distinct.size).toBeGreaterThanOrEqual(ENOUGH);
    expect(new Set(cases.map(([title]) => title)).size).toBe(cases.length);
    const texts = cases.map(([, , text]) => text);
    expect(texts.filter((text) => OTHER_SCRIPT.test(text)).length).toBeGreaterThanOrEqual(2);
    expect(texts.some((text) => text.includes("\r\n"))).toBe(true);
    expect(texts.some((text) => text.trim() === "")).toBe(true);
    const decided =
      cases.some(([, , , strict]) => strict === "pass") && cases.some(([, , , strict]) => strict === "fail");
    expect(decided).toBe(kind !== "other");
    expect("not" in CONSTRAINT_KINDS[cases[0] === undefined ? "other" : named(kind)].schema.shape).toBe(
      cases.some(([, promise]) => "not" in promise),
    );
  },
);

function named(kind: string): KindName {
  return (
    constraintSchema.options.map(({ shape }) => shape.kind.value).find((name) => name === kind) ?? "other"
  );
}

describe.each(tables)("%s", (kind, cases) => {
  test.each(cases.map((each) => [each[0], each] as const))(
    "%s",
    (_, [, promise, text, strict, loose, shown]) => {
      const constraint = constraintSchema.parse({ kind, ...promise });
      const result = hold({ id: "case", constraint }, text);
      const evidence = result.spans.map(({ start, end }) => text.slice(start, end));
      expect({
        strict: result.result,
        loose: result.loose,
        found: result.found,
        asked: result.asked,
        evidence,
      }).toEqual({
        strict,
        loose,
        found: shown?.found ?? result.found,
        asked: shown?.asked ?? result.asked,
        evidence: shown?.evidence ?? evidence,
      });
    },
  );
});
