import { readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { journeySpecs, lanesOf, TIMED_SPECS } from "./spec-lanes.ts";

test("each file is in one lane, and the lanes are about as long as each other", () => {
  const specs = [7, 3, 9, 1, 4, 6].map((bytes) => ({ file: `${bytes}.spec.ts`, bytes }));
  const lanes = lanesOf(specs, 2);
  expect(lanes).toEqual([
    ["9.spec.ts", "4.spec.ts", "3.spec.ts"],
    ["7.spec.ts", "6.spec.ts", "1.spec.ts"],
  ]);
});

test("no lane is empty, because without a file all of them would run", () => {
  expect(lanesOf([{ file: "a.spec.ts", bytes: 1 }], 2)).toEqual([["a.spec.ts"]]);
  expect(lanesOf([], 2)).toEqual([]);
});

test("every browser test of the project is in a lane or among those that measure", async () => {
  const inLanes = lanesOf(await journeySpecs("e2e"), 2).flat();
  const all = (await readdir("e2e")).filter((name) => name.endsWith(".spec.ts"));
  const timed = all.filter((name) => TIMED_SPECS.test(name));
  expect([...inLanes.map((file) => file.replace("e2e/", "")), ...timed].toSorted()).toEqual(all.toSorted());
});
