import { expect, test } from "vitest";
import { decidedEarly } from "#lib/checks/early.ts";
import { holdAll } from "#lib/checks/hold.ts";
import { fillChecks } from "./fill-checks.ts";
import { type Check, checkSchema } from "./schema.ts";

const check = (constraint: object, label?: string): Check =>
  checkSchema.parse({ id: "c", label, constraint });

test("a case's values reach what its checks look for", () => {
  const checks = [
    check({ kind: "starts-with", text: "Dear {{name}}" }, "greets {{name}}"),
    check({ kind: "include", words: ["{{name}}", "lake"] }),
    check({ kind: "lines", op: "exactly", n: 4 }),
  ];
  const filled = fillChecks(checks, { name: "Ann {{x}} $&" });
  expect(filled).toEqual([
    {
      ...checks[0],
      label: "greets Ann {{x}} $&",
      constraint: { kind: "starts-with", text: "Dear Ann {{x}} $&" },
    },
    { ...checks[1], constraint: { kind: "include", mode: "all", words: ["Ann {{x}} $&", "lake"] } },
    checks[2],
  ]);
});

test("without a value the placeholder stays, and nothing is held against it, also not against its contrary", () => {
  const checks = [
    check({ kind: "ends-with", text: "{{name}}" }),
    check({ kind: "exclude", words: ["{{name}}"] }),
    check({ kind: "lines", op: "exactly", n: 1 }),
  ];
  const filled = fillChecks(checks, { name: " " });
  expect(filled.map(({ constraint }) => constraint)).toEqual(checks.map(({ constraint }) => constraint));
  expect(holdAll(filled, "Dear {{name}}").map(({ result, found }) => [result, found])).toEqual([
    ["undecided", "{{name}} has no value yet"],
    ["undecided", "{{name}} has no value yet"],
    ["pass", "1 line"],
  ]);
  expect(filled.map((each) => decidedEarly(each, "Dear {{name}} and\nothers "))).toEqual([
    null,
    null,
    expect.objectContaining({ result: "fail" }),
  ]);
});
