import fc from "fast-check";
import { expect, test } from "vitest";
import { shareRequestSchema } from "./share-request.ts";
import { aComparison } from "./sharing.fixture.ts";
import { snapshotSchema } from "./snapshot.ts";

const FORBIDDEN = [
  "baseUrl",
  "base_url",
  "endpoint",
  "headers",
  "proxy",
  "apiBase",
  "apiKey",
  "organization",
];

/** Every object inside a value, with the way to it. */
function objectsOf(
  value: unknown,
  path: readonly (string | number)[] = [],
): (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, each]) =>
    objectsOf(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return Array.isArray(value) ? inner : [path, ...inner];
}

function planted(value: unknown, path: readonly (string | number)[], field: string): unknown {
  const copy = structuredClone(value);
  let at = copy as Record<string | number, unknown>;
  for (const key of path) at = at[key] as Record<string | number, unknown>;
  at[field] = "https://elsewhere.example/v1";
  return copy;
}

const REQUEST = {
  comparison: aComparison({ cases: [{ id: "1", values: { name: "x" } }], checks: [] }),
  samples: [
    {
      variant: "before",
      case: "1",
      sample: 0,
      text: "x",
      ending: "complete",
      usage: { inputTokens: 1, outputTokens: 1, estimated: false },
      timing: { firstTokenMs: null, totalMs: 1 },
    },
  ],
};

test("[R08][SL2] 1,000 requests with an address, a header or a key somewhere in them are refused", () => {
  expect(shareRequestSchema.safeParse(REQUEST).success).toBe(true);
  // The values of variables are named by people; everything else has its fixed names.
  const places = objectsOf(REQUEST).filter((path) => path.at(-1) !== "values");
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.constantFrom(...FORBIDDEN), (path, field) => {
      expect(shareRequestSchema.safeParse(planted(REQUEST, path, field)).success).toBe(false);
    }),
    { numRuns: 1_000 },
  );
});

test("[R08] a snapshot with a field that nobody planned is not read back either", () => {
  const snapshot = { version: 1, comparison: aComparison(), run: null };
  expect(snapshotSchema.safeParse(snapshot).success).toBe(true);
  for (const path of objectsOf(snapshot)) {
    expect(snapshotSchema.safeParse(planted(snapshot, path, "baseUrl")).success).toBe(false);
  }
});

test.each([
  [{}, "send a comparison or the id of a run"],
  [{ runId: "run_1", samples: [] }, "brings its own answers"],
  [{ comparison: aComparison(), laterRuns: ["run_2"] }, "name the first run"],
  [{ comparison: aComparison(), expiresInDays: 0 }, ">=1"],
  [{ comparison: aComparison(), expiresInDays: 4_000 }, "<=3650"],
])("[SL1] a request that does not say what to share is refused: %o", (body, words) => {
  expect(shareRequestSchema.safeParse(body).error?.issues[0]?.message).toContain(words);
});

test("[SL5] a link can be read for 30 days unless another time, or none, is asked for", () => {
  const parsed = (body: object) => shareRequestSchema.parse({ comparison: aComparison(), ...body });
  expect(parsed({}).expiresInDays).toBe(30);
  expect(parsed({ expiresInDays: 1 }).expiresInDays).toBe(1);
  expect(parsed({ expiresInDays: null }).expiresInDays).toBeNull();
});

test("[SL6] a sample numbered beyond all the answers that a request may bring is refused", () => {
  const numbered = (sample: number) =>
    shareRequestSchema.safeParse({
      ...REQUEST,
      samples: REQUEST.samples.map((each) => ({ ...each, sample })),
    });
  expect(numbered(1_999).success).toBe(true);
  expect(numbered(2_000).error?.issues[0]?.path).toEqual(["samples", 0, "sample"]);
  expect(numbered(10_000).success).toBe(false);
});
