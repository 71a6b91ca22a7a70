import { expect, test } from "vitest";
import { createModelCache, type ListOutcome } from "./model-cache.ts";

function counter(outcome: ListOutcome = { models: [] }) {
  const seen = { loads: 0 };
  return {
    seen,
    load: async () => {
      seen.loads += 1;
      return outcome;
    },
  };
}

test("an outcome is kept for as long as it is good, then asked for again", async () => {
  let now = 0;
  const cache = createModelCache(() => now);
  const { seen, load } = counter();
  await cache.get("a", load, () => 100);
  now = 99;
  await cache.get("a", load, () => 100);
  expect(seen.loads).toBe(1);
  now = 100;
  await cache.get("a", load, () => 100);
  await cache.get("b", load, () => 100);
  expect(seen.loads).toBe(3);
});

test("those who ask at the same time share one answer", async () => {
  const cache = createModelCache();
  const { seen, load } = counter();
  await Promise.all([
    cache.get("a", load, () => 0),
    cache.get("a", load, () => 0),
    cache.get("a", load, () => 0),
  ]);
  expect(seen.loads).toBe(1);
});

test("a load that throws is not kept", async () => {
  const cache = createModelCache();
  const failing = () => Promise.reject(new Error("a defect"));
  await expect(cache.get("a", failing, () => 1_000)).rejects.toThrow("a defect");
  expect(await cache.get("a", counter().load, () => 1_000)).toEqual({ models: [] });
});

test("a load that fails after its place was given away takes nothing from the next one", async () => {
  const cache = createModelCache();
  const slow = Promise.withResolvers<never>();
  const failing = cache.get(
    "a",
    () => slow.promise,
    () => 60_000,
  );
  for (let index = 0; index < 500; index += 1) await cache.get(`key ${index}`, counter().load, () => 60_000);
  const { seen, load } = counter();
  await cache.get("a", load, () => 60_000);
  slow.reject(new Error("too late"));
  await expect(failing).rejects.toThrow("too late");
  await cache.get("a", load, () => 60_000);
  expect(seen.loads).toBe(1);
});

test("it does not grow without end: the oldest gives way", async () => {
  const cache = createModelCache();
  const first = counter();
  await cache.get("first", first.load, () => 60_000);
  for (let index = 0; index < 500; index += 1) await cache.get(`key ${index}`, counter().load, () => 60_000);
  await cache.get("first", first.load, () => 60_000);
  expect(first.seen.loads).toBe(2);
});
