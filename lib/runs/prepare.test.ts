import { expect, test } from "vitest";
import { parseEnvironment } from "#lib/env.server.ts";
import { resolveConnection } from "#lib/providers/credentials.server.ts";
import { prepareRun } from "./prepare.server.ts";
import { runRequestSchema } from "./request.ts";

const environment = parseEnvironment({});

/** What the run is refused with; null when it may begin. */
function refusal(changes: Record<string, unknown>) {
  const request = runRequestSchema.parse({
    variants: [
      { id: "a", prompt: { kind: "text", text: "Write." }, model: { provider: "demo", model: "demo" } },
    ],
    checks: [
      { id: "ends", constraint: { kind: "ends-with", text: "{{answer}}" } },
      { id: "judged", constraint: { kind: "other", text: "Is it like {{output}}?" } },
    ],
    ...changes,
  });
  try {
    prepareRun(request, (provider) => resolveConnection({ provider, ownKeys: {}, environment }));
    return null;
  } catch (error) {
    return error;
  }
}

test("a variable that a check looks for needs a value in every case", () => {
  expect(refusal({})).toMatchObject({
    code: "variable-missing",
    field: "cases.0.values.answer",
    message: "{{answer}} has no value yet. Fill it in, then run.",
  });
  const cases = [
    { id: "1", values: { answer: "yes" } },
    { id: "2", values: { answer: " " } },
  ];
  expect(refusal({ cases })).toMatchObject({
    field: "cases.1.values.answer",
    message: "{{answer}} has no value yet in case 2 of 2. Fill it in, then run.",
  });
  expect(refusal({ cases: cases.slice(0, 1) })).toBeNull();
});

test("a check that is switched off needs none, nor does what is added to a run that is there", () => {
  expect(refusal({ off: ["ends"] })).toBeNull();
  expect(refusal({ only: [{ variant: "a", case: "1", sample: 0 }] })).toBeNull();
});
