import { expect, test } from "vitest";
import { improveMessages } from "#lib/improving/improve-prompt.ts";
import { REPLY_SCHEMA } from "#lib/improving/reply-schema.ts";
import { isImproving, proposalOf } from "./improve.ts";
import { isJudging } from "./judge.ts";
import { schemaProblem } from "./strict-schema.ts";

const question = improveMessages("Write about {{place}}.")
  .map(({ content }) => content)
  .join("\n");

test("the fake knows the question by its fence, and reads the prompt out of it", () => {
  expect(isImproving(question)).toBe(true);
  expect(isJudging(question)).toBe(false);
  expect(isImproving("Improve this prompt, please.")).toBe(false);
  expect(JSON.parse(proposalOf("ok", question)).task.text).toContain("Write about {{place}}.");
});

test("[IP7] the schema of a reply is within what the strictest service takes", () => {
  expect(schemaProblem(REPLY_SCHEMA.schema)).toBeNull();
});

const text = { type: "string" };
const object = (rest: Record<string, unknown>) => ({
  type: "object",
  properties: { a: text },
  required: ["a"],
  additionalProperties: false,
  ...rest,
});

test.each<[string, unknown]>([
  ["no object at the root", { type: "array", items: text }],
  ["another property allowed", object({ additionalProperties: true })],
  ["a property that is not required", object({ required: [] })],
  ["a bound", object({ properties: { a: { ...text, maxLength: 5 } } })],
  ["a union", object({ properties: { a: { anyOf: [text] } } })],
  ["no type", object({ properties: { a: {} } })],
  ["a list of nothing", object({ properties: { a: { type: "array" } } })],
])("[IP7] a schema with %s is refused", (_, schema) => {
  expect(schemaProblem(schema)).not.toBeNull();
});
