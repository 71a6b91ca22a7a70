import { expect, test } from "vitest";
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

test("without a value the placeholder stays", () => {
  const checks = [check({ kind: "ends-with", text: "{{name}}" })];
  expect(fillChecks(checks, {})).toEqual(checks);
});
