import { expect, test } from "vitest";
import { settleUsage } from "./usage.ts";

const facts = {
  reported: null,
  inputChars: 400,
  outputChars: 80,
  ending: "complete" as const,
  maxTokens: 500,
  cancelStopsBilling: true,
};

test("[R34][RS12] a believable count is taken as it is", () => {
  expect(settleUsage({ ...facts, reported: { inputTokens: 97, outputTokens: 21 } })).toEqual({
    inputTokens: 97,
    outputTokens: 21,
    estimated: false,
  });
});

test.each([
  ["absent", null],
  ["zero", { inputTokens: 0, outputTokens: 0 }],
  ["negative", { inputTokens: -5, outputTokens: -1 }],
  ["not a number", { inputTokens: Number.NaN, outputTokens: Number.NaN }],
  ["absurd", { inputTokens: 1e12, outputTokens: 1e12 }],
])("[R34] usage that is %s becomes an estimate, flagged, never zero", (_name, reported) => {
  expect(settleUsage({ ...facts, reported })).toEqual({
    inputTokens: 100,
    outputTokens: 20,
    estimated: true,
  });
});

test("[R34] one character is at least one token", () => {
  expect(settleUsage({ ...facts, outputChars: 1 }).outputTokens).toBe(1);
});

test("[R34] an output of nothing may cost nothing", () => {
  expect(settleUsage({ ...facts, outputChars: 0, reported: { inputTokens: 100, outputTokens: 0 } })).toEqual({
    inputTokens: 100,
    outputTokens: 0,
    estimated: false,
  });
});

test("[R34] after a stop, the streamed text is charged with a margin of ten percent", () => {
  expect(settleUsage({ ...facts, ending: "stopped" }).outputTokens).toBe(22);
});

test("[R34] where a cancel does not stop the bill, the whole bound is charged", () => {
  expect(settleUsage({ ...facts, ending: "stopped", cancelStopsBilling: false }).outputTokens).toBe(500);
  expect(
    settleUsage({ ...facts, ending: "stopped", cancelStopsBilling: false, maxTokens: undefined })
      .outputTokens,
  ).toBe(22);
});

test("[R34] input that was cached is carried to the price, unless it is more than the input", () => {
  const reported = { inputTokens: 100, outputTokens: 20, cachedInputTokens: 90 };
  expect(settleUsage({ ...facts, reported })).toMatchObject({ inputTokens: 100, cachedInputTokens: 90 });
  expect(settleUsage({ ...facts, reported: { ...reported, cachedInputTokens: 900 } })).not.toHaveProperty(
    "cachedInputTokens",
  );
});
