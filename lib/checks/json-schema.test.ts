import { expect, test } from "vitest";
import { hold } from "./hold.ts";
import { holdSchema } from "./json-schema.ts";

const verdict = (schema: unknown, value: unknown) => holdSchema(JSON.stringify(schema), value).result;
const DEEP = `${"[".repeat(3_000)}${"]".repeat(3_000)}`;

test.each<[string, object]>([
  ["const", { const: 1 }],
  ["const, as deep itself", { const: JSON.parse(DEEP) }],
  ["enum", { enum: [1, 2] }],
  ["uniqueItems", { uniqueItems: true }],
  ["a list of items", { items: { const: [] } }],
])("%s against JSON that goes 3,000 lists deep is undecided", (_, schema) => {
  const constraint = { kind: "json", schema: JSON.stringify(schema) } as const;
  expect(hold({ id: "c", constraint }, DEEP).result).toBe("undecided");
});

test.each<[string, object, unknown, string]>([
  [
    "equal lists 100 deep",
    { const: JSON.parse("[".repeat(100) + "]".repeat(100)) },
    JSON.parse("[".repeat(100) + "]".repeat(100)),
    "pass",
  ],
  ["keys in another order", { const: { a: 1, b: [2] } }, { b: [2], a: 1 }, "pass"],
  ["a long text that matches", { pattern: "^a" }, "a".repeat(90_000), "pass"],
  ["a long text that does not", { pattern: "^b" }, "a".repeat(90_000), "fail"],
  [
    "a long key that matches",
    { patternProperties: { "^a": { type: "string" } } },
    { ["a".repeat(30_000)]: 1 },
    "fail",
  ],
  ["a pattern too large for a long text", { pattern: "^(a{1,500}){2}$" }, "a".repeat(90_000), "undecided"],
])("%s", (_, schema, value, result) => {
  expect(verdict(schema, value)).toBe(result);
});

test.each<[value: number, of: number, result: string]>([
  [12345678.905, 0.01, "fail"],
  [12345678.9, 0.01, "pass"],
  [1000000000.5, 1, "fail"],
  [1000000000, 1, "pass"],
  [0.3, 0.1, "pass"],
  [0.35, 0.1, "fail"],
  [-7.5, 2.5, "pass"],
  [0, 3, "pass"],
  [19.99, 0.01, "pass"],
  [4.35, 0.05, "pass"],
  [1e21, 7, "fail"],
  [1e-7, 1e-8, "pass"],
  [1.5e300, 1e-300, "pass"],
  [5, 0, "undecided"],
  [5, -1, "undecided"],
])("%d as a multiple of %d: %s", (value, of, result) => {
  expect(verdict({ multipleOf: of }, value)).toBe(result);
});

test("a number too large to be one is a multiple of nothing", () => {
  expect(verdict({ multipleOf: 1 }, JSON.parse("1e400"))).toBe("fail");
});
