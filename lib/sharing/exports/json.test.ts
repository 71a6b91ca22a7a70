import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readImport } from "../imports/registry.ts";
import { randomSnapshot } from "../random-snapshots.fixture.ts";
import { json } from "./json.ts";
import { written } from "./written.fixture.ts";

test("[EX1] a document that goes out as JSON comes back the same: 5,000 random ones of all kinds", () => {
  let answers = 0;
  fc.assert(
    fc.property(randomSnapshot, (snapshot) => {
      const outcome = readImport({
        name: "x.json",
        bytes: new TextEncoder().encode(written(json, snapshot)),
      });
      if ("problem" in outcome) throw new Error(outcome.problem);
      const { comparison, run, leftOut } = outcome.reading;
      const wanted = { comparison: snapshot.comparison, run: snapshot.run, leftOut: [] };
      // The matcher is slow; it is only asked to say what differs.
      if (!isDeepStrictEqual({ comparison, run, leftOut }, wanted)) {
        expect({ comparison, run, leftOut }).toStrictEqual(wanted);
      }
      answers += run?.samples.length ?? 0;
    }),
    { numRuns: 5_000 },
  );
  expect(answers).toBeGreaterThan(1_000);
}, 120_000);
