import { describe, expect, test } from "vitest";
import type { Followed, InstructionCase } from "./case.fixture.ts";
import { CONTENT_CASES } from "./content-cases.fixture.ts";
import { judgeResponse } from "./evaluate.ts";
import { FORMAT_CASES } from "./format-cases.fixture.ts";
import { INSTRUCTION_IDS, type InstructionId } from "./instruction.ts";

/** The cases of each instruction; one without any does not compile. */
const CASES: Readonly<Record<InstructionId, readonly InstructionCase[]>> = {
  ...CONTENT_CASES,
  ...FORMAT_CASES,
};
const ENOUGH = 5;
const OTHER_LETTERS = /[^\p{Script=Latin}\P{L}]|[À-ÿ]/u;

function followed(id: InstructionId, [args, response]: InstructionCase, compatible: boolean): Followed {
  const prompt = { key: 1, prompt: "Write.", instruction_id_list: [id], kwargs: [args] };
  const { strict, loose } = judgeResponse(prompt, response, compatible);
  if (strict[0] === true && loose[0] !== true) throw new Error("loose is harder than strict");
  if (strict[0] === true) return "strict";
  return loose[0] === true ? "loose" : "no";
}

test("there are 25 instructions, and each is tried kept, broken and in another script", () => {
  expect(INSTRUCTION_IDS).toHaveLength(25);
  for (const id of INSTRUCTION_IDS) {
    const cases = CASES[id];
    expect([id, cases.length >= ENOUGH]).toEqual([id, true]);
    const seen = new Set(cases.map(([, , ours]) => ours));
    expect([id, seen.has("strict"), seen.has("no") || seen.has("loose")]).toEqual([id, true, true]);
    expect([id, cases.some(([, response]) => OTHER_LETTERS.test(response))]).toEqual([id, true]);
  }
});

describe.each(INSTRUCTION_IDS)("%s", (id) => {
  test.each(CASES[id].map((row) => [JSON.stringify(row.slice(0, 2)), row] as const))("%s", (_, row) => {
    const [, , ours, theirs = ours] = row;
    expect({ ours: followed(id, row, false), theirs: followed(id, row, true) }).toEqual({ ours, theirs });
  });

  test("an empty response follows nothing, in either mode", () => {
    const [args] = CASES[id][0] ?? [{}];
    for (const blank of ["", " \n\u3000"])
      for (const compatible of [false, true])
        expect(followed(id, [args, blank, "no"], compatible)).toBe("no");
  });
});
