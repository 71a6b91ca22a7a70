import { expect, test } from "vitest";
import { restore } from "#lib/comparison/restore.ts";
import { furtherOf, nameOf, ownName, playedVariants } from "./played.ts";
import { createPlaygroundStore } from "./store.ts";

const MODEL = { provider: "openai", model: "some-model" };
const COMPARISON = restore({
  variants: [
    { id: "before", label: "Before", prompt: "a", model: { provider: "demo", model: "demo" } },
    { id: "after", label: "Whole", prompt: "b {{x}}", model: MODEL, params: { maxTokens: 9 } },
    { id: "placebo", label: "Placebo", prompt: "c", model: { provider: "demo", model: "demo" } },
    { id: "odd", label: " ", prompt: "d" },
  ],
  cases: [
    { id: "one", values: { x: "1" } },
    { id: "two", values: { x: "2" } },
  ],
});

test("[LS11] the variants beside the pair run on the model and the settings of After", () => {
  const played = playedVariants(COMPARISON, true, []);
  expect(played.map(({ id }) => id)).toEqual(["before", "after", "placebo", "odd"]);
  expect(played[0]?.model.provider).toBe("demo");
  for (const variant of played.slice(1))
    expect(variant).toMatchObject({ model: MODEL, params: { maxTokens: 9 } });
  expect(playedVariants(COMPARISON, false, []).map(({ id }) => id)).toEqual(["before", "after"]);
});

test("[LS11] a side keeps its name, a further variant has its own", () => {
  expect(furtherOf(COMPARISON)).toHaveLength(2);
  expect([0, 1, 2, 3].map((index) => nameOf(COMPARISON, index))).toEqual([
    "Before",
    "After",
    "Placebo",
    "Variant 4",
  ]);
  expect([0, 1].map((index) => ownName(COMPARISON, index))).toEqual(["", "Whole"]);
});

test("[LS12] a value goes into the case that is looked at", () => {
  const store = createPlaygroundStore({ initial: COMPARISON, firstPaint: { chips: {}, contract: [] } });
  store.getState().setValue("x", "changed", 1);
  expect(store.getState().comparison.cases.map(({ values }) => values.x)).toEqual(["1", "changed"]);
  store.getState().setValue("x", "first");
  expect(store.getState().comparison.cases.map(({ values }) => values.x)).toEqual(["first", "changed"]);
});

test("[LS14] naming a rule changes the document and how the answers of the run are read, and nothing else", () => {
  const store = createPlaygroundStore({ initial: COMPARISON, firstPaint: { chips: {}, contract: [] } });
  store.getState().setAnswerRule({ kind: "last-number" });
  expect(store.getState().comparison.settings).toEqual({ samples: 1, answer: { kind: "last-number" } });
  store.getState().setAnswerRule(undefined);
  expect(store.getState().comparison).toEqual(COMPARISON);
});
