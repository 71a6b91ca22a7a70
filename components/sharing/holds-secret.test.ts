import { expect, test } from "vitest";
import { comparisonSchema } from "#lib/comparison/schema.ts";
import { holdsSecret } from "./holds-secret.ts";

const KEY = "sk-test-0123456789abcdefghij";

function written(text: string, more: object = {}) {
  const model = { provider: "demo", model: "demo" };
  const prompt = (words: string) => ({ kind: "text", text: words });
  return comparisonSchema.parse({
    version: 1,
    variants: [
      { id: "before", prompt: prompt("Write a poem."), model },
      { id: "after", prompt: prompt(text), model },
    ],
    ...more,
  });
}

test("[R06][SL16] a key in a prompt, a value, a note or an answer is pointed out before it is shared", () => {
  expect(holdsSecret(written("Write a poem about keys."), ["A poem about keys."])).toBe(false);
  expect(holdsSecret(written(`Use ${KEY} for it.`), [])).toBe(true);
  expect(holdsSecret(written("x", { note: KEY }), [])).toBe(true);
  expect(holdsSecret(written("x", { cases: [{ id: "1", values: { key: KEY } }] }), [])).toBe(true);
  expect(holdsSecret(written("x"), [`The key is ${KEY}.`])).toBe(true);
});
