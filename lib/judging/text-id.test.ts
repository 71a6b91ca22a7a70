import { expect, test } from "vitest";
import { textId } from "./text-id.ts";

test("[BV8] 100,000 neighbouring texts have ids of their own, and the cut between two texts counts", () => {
  const ids = new Set(Array.from({ length: 100_000 }, (_, index) => textId("sample", String(index))));
  expect(ids.size).toBe(100_000);
  expect(textId("ab", "c")).not.toBe(textId("a", "bc"));
  expect(textId("a", "b")).not.toBe(textId("b", "a"));
  expect(textId("")).not.toBe(textId());
  expect(textId("a", "b")).toBe(textId("a", "b"));
});
