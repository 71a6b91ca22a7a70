import { expect, test } from "vitest";
import { holdAll } from "#lib/checks/hold.ts";
import { allChecks } from "#lib/comparison/derive.ts";
import { freeze, freezeInTurns } from "./freeze.ts";
import { aComparison, anAnswer } from "./sharing.fixture.ts";
import { snapshotSchema } from "./snapshot.ts";

const RUN = { startedAtMs: Date.UTC(2026, 0, 2), source: "recorded" as const };

test("[SL2][R18] only the named fields of an answer become public, and the strict schema takes exactly those", async () => {
  const snapshot = await freezeInTurns(aComparison(), { ...RUN, samples: [anAnswer()] });
  expect(snapshotSchema.parse(snapshot)).toEqual(snapshot);
  expect(Object.keys(snapshot.run?.samples[0] ?? {}).sort()).toEqual([
    "case",
    "checks",
    "ending",
    "sample",
    "text",
    "timing",
    "usage",
    "variant",
  ]);
  expect(snapshot.run?.samples[0]?.usage).toEqual({ inputTokens: 7, outputTokens: 5, estimated: false });
  expect(JSON.stringify(snapshot)).not.toMatch(/THINKING|cost|kept|cached|owner|baseUrl/i);
});

test("[SL3] each answer is held against the contract when the link is made, whatever its holder says", async () => {
  const claimed = anAnswer({ text: "No.", checks: [{ id: "lines", result: "pass" }] });
  const snapshot = await freezeInTurns(aComparison(), {
    ...RUN,
    samples: [claimed, anAnswer({ sample: 1 })],
  });
  const [broken, held] = snapshot.run?.samples ?? [];
  expect(broken?.checks.map(({ result }) => result)).toEqual(["fail", "fail"]);
  expect(held?.checks.map(({ result }) => result)).toEqual(["pass", "pass"]);
  expect(held?.checks.map(({ id }) => id)).toEqual(allChecks(aComparison()).map(({ id }) => id));
});

test("answers of a variant that is not in the comparison are left out", async () => {
  const snapshot = await freezeInTurns(aComparison(), { ...RUN, samples: [anAnswer({ variant: "third" })] });
  expect(snapshot.run?.samples).toEqual([]);
});

test("[SL6] more checking than a server should do for one link is refused in a sentence", async () => {
  const samples = Array.from({ length: 12 }, (_, sample) =>
    anAnswer({ sample, text: "word ".repeat(199_000) }),
  );
  await expect(freezeInTurns(aComparison(), { ...RUN, samples })).rejects.toMatchObject({
    code: "body-too-large",
  });
});

test("[SL3] freezing many answers lets others have their turn", async () => {
  const samples = Array.from({ length: 20 }, (_, sample) =>
    anAnswer({ sample, text: "word ".repeat(60_000) }),
  );
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 0);
  const snapshot = await freezeInTurns(aComparison(), { ...RUN, samples });
  clearInterval(timer);
  expect(snapshot.run?.samples).toHaveLength(20);
  expect(turns).toBeGreaterThan(5);
});

test("[SL3] one long answer lets others have their turn between its checks, and is held as in one go", async () => {
  const checks = Array.from({ length: 18 }, (_, index) => ({
    id: `c-${index}`,
    constraint: { kind: "exclude", words: [`zebra-${index}`] },
  }));
  const comparison = aComparison({ checks });
  const text = "word \r\n".repeat(40_000);
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 0);
  const snapshot = await freezeInTurns(comparison, { ...RUN, samples: [anAnswer({ text })] });
  clearInterval(timer);
  expect(turns).toBeGreaterThan(5);
  expect(snapshot).toEqual(freeze(comparison, { ...RUN, samples: [anAnswer({ text })] }));
  expect(snapshot.run?.samples[0]?.checks).toEqual(holdAll(allChecks(comparison), text));
});

test("[SL6] more answers than a link holds, and promises that are too much work, are refused in a sentence", async () => {
  const many = Array.from({ length: 2_001 }, (_, sample) => anAnswer({ sample, text: "a" }));
  await expect(freezeInTurns(aComparison(), { ...RUN, samples: many })).rejects.toMatchObject({
    code: "body-too-large",
    message: expect.stringContaining("2001 answers"),
  });
  const words = Array.from({ length: 90 }, (_, index) => `${"w".repeat(190)}-${index}`);
  const checks = Array.from({ length: 60 }, (_, index) => ({
    id: `c-${index}`,
    constraint: { kind: "exclude", words },
  }));
  const few = many.slice(0, 40);
  await expect(freezeInTurns(aComparison({ checks }), { ...RUN, samples: few })).rejects.toMatchObject({
    code: "body-too-large",
  });
});

test("[SL1] what a check found is cut to what a link has room for, so that the link can be made", async () => {
  const words = Array.from({ length: 90 }, (_, index) => `${"w".repeat(190)}-${index}`);
  const checks = [{ id: "none", constraint: { kind: "exclude", words } }];
  const samples = [anAnswer({ text: words.join(" ") })];
  const snapshot = await freezeInTurns(aComparison({ checks }), { ...RUN, samples });
  expect(snapshotSchema.safeParse(snapshot).success).toBe(true);
});
