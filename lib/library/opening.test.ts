import { expect, test } from "vitest";
import { newId } from "#lib/base/ids.ts";
import { defaultComparison, loadLessons } from "./library.server.ts";
import { openingOf } from "./opening.server.ts";
import { loadStrategies } from "./strategies.server.ts";
import { loadTemplates } from "./templates.server.ts";

const nothingShared = async () => null;

test("without a query the playground opens with the first lesson, and the draft is its own", async () => {
  const opening = await openingOf({ q: "run me", autorun: "1" }, nothingShared);
  expect(opening).toEqual({ comparison: defaultComparison(), place: "", runId: null, gone: false });
});

test("every card opens with its own comparison and a draft of its own", async () => {
  for (const [key, cards] of [
    ["strategy", loadStrategies()],
    ["template", loadTemplates()],
  ] as const) {
    for (const { slug, comparison } of cards) {
      const opening = await openingOf({ [key]: slug }, nothingShared);
      expect(opening).toEqual({ comparison, place: `${key}.${slug}`, runId: null, gone: false });
    }
  }
});

test("a shared comparison opens as a copy; one that is gone says so and opens the first lesson", async () => {
  const shared = loadLessons()[1]?.comparison ?? null;
  const id = "cmp_0123456789abcdefABCDEF";
  const found = await openingOf({ from: id }, async (asked) => (asked === id ? shared : null));
  expect(found).toEqual({ comparison: shared, place: `from.${id}`, runId: null, gone: false });
  const gone = await openingOf({ from: "cmp_gone" }, nothingShared);
  expect(gone).toEqual({ comparison: defaultComparison(), place: "", runId: null, gone: true });
});

test("a kept run is named, not read: it is its owner's alone", async () => {
  const runId = newId("run");
  const opening = await openingOf({ run: runId }, nothingShared);
  expect(opening).toMatchObject({ place: `run.${runId}`, runId, gone: false });
});

test("an address that names no run that could be asks for none and says that it is gone", async () => {
  const opening = await openingOf({ run: "1" }, nothingShared);
  expect(opening).toMatchObject({ place: "", runId: null, gone: true });
});

test.each([["../x"], ["a b"], [""], [["a", "b"]], ["x".repeat(65)]])("%j names nothing", async (value) => {
  const opening = await openingOf({ from: value, run: value, strategy: value }, nothingShared);
  expect(opening).toMatchObject({ place: "", runId: null, gone: false });
});
