import { expect, test } from "vitest";
import { createAskKeys } from "./ask-keys.ts";

test("[IP16] the same question keeps its key until an answer has arrived; another question has another", () => {
  const keys = createAskKeys();
  const first = keys.keyFor({ prompt: "a", model: "m" });
  expect(first).toMatch(/^req_[A-Za-z0-9_-]{22}$/);
  expect(keys.keyFor({ prompt: "a", model: "m" })).toBe(first);
  keys.answered(first);
  const second = keys.keyFor({ prompt: "a", model: "m" });
  expect(second).not.toBe(first);
  expect(keys.keyFor({ prompt: "a", model: "n" })).not.toBe(second);
});

test("[IP16] an answer to an earlier question takes no key from the one that waits", () => {
  const keys = createAskKeys();
  const first = keys.keyFor("a");
  const second = keys.keyFor("b");
  keys.answered(first);
  expect(keys.keyFor("b")).toBe(second);
});
