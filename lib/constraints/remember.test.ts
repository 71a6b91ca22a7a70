import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { memory, remember } from "./remember.ts";

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

/** What is in use when nothing more can be let go, megabytes. */
function heapMegabytes(): number {
  collect();
  return process.memoryUsage().heapUsed / 1_000_000;
}

const TEXT_CHARS = 1_000_000;
const TEXTS = 100;

test("a word that was cut out of a text does not keep the text", () => {
  const known = memory<number>();
  const before = heapMegabytes();
  for (let index = 0; index < TEXTS; index += 1) {
    const text = `https://example.org/${index} ${"a ".repeat(TEXT_CHARS / 2)}`;
    known.set(text.slice(0, text.indexOf(" ")), index);
  }
  expect(known.get("https://example.org/7")).toBe(7);
  expect(heapMegabytes() - before).toBeLessThan(TEXTS / 4);
});

test("half of a character is kept as it is", () => {
  const known = memory<string>();
  known.set("\ud83d and so on and on", "half");
  expect(known.get("\ud83d and so on and on")).toBe("half");
});

test("what was found out is found out once, also when it is nothing", () => {
  let asked = 0;
  const find = remember((text): string | null => {
    asked += 1;
    return text === "" ? null : text;
  });
  expect([find("a"), find("a"), find(""), find("")]).toEqual(["a", "a", null, null]);
  expect(asked).toBe(2);
});

test("the texts before the last ones are forgotten", () => {
  const known = memory<number>(200);
  for (let index = 0; index < 20; index += 1) known.set(`text ${index}`, index);
  expect(known.get("text 0")).toBeUndefined();
  expect(known.get("text 19")).toBe(19);
});
