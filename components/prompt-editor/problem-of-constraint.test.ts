import { expect, test } from "vitest";
import { problemOfConstraint } from "./problem-of-constraint.ts";

const pattern = (source: string) => problemOfConstraint({ kind: "regex", pattern: source });
const schema = (text: string) => problemOfConstraint({ kind: "json", schema: text });

test.each([
  ["(unclosed", "This pattern cannot be read: missing closing ): `(unclosed`."],
  ["[a-", "This pattern cannot be read: missing closing ]: `[a-`."],
  ["(?=x)", "This pattern looks ahead or back, which is not supported."],
])("[R23] the pattern %s is refused at its field", async (source, sentence) => {
  expect(await pattern(source)).toEqual({ field: "pattern", sentence });
});

test.each([
  ["{", "The JSON Schema is not valid JSON."],
  ["3", "A schema has to be an object, true or false."],
  [
    '{"type": "string", "pattern": "("}',
    "In the JSON Schema, this pattern cannot be read: missing closing ): `(`.",
  ],
  ['{"unheardOf": 1}', "This JSON Schema uses “unheardOf”, which is not supported."],
])("[R23] the JSON Schema %s is refused at its field", async (text, sentence) => {
  expect(await schema(text)).toEqual({ field: "schema", sentence });
});

test("what can be read, or is another text in each case, is taken", async () => {
  expect(await pattern("\\d{4}-\\d{2}")).toBeNull();
  expect(await pattern("({{words}}")).toBeNull();
  expect(await schema('{"required": ["name"], "properties": {"name": {"type": "string"}}}')).toBeNull();
  expect(await schema('{"const": {{answer}}}')).toBeNull();
  expect(await schema(" ")).toBeNull();
  expect(await problemOfConstraint({ kind: "lines", op: "exactly", n: 4 })).toBeNull();
});
