import { expect, test } from "vitest";
import { isPromised, type Remarks, remarksOn } from "./remarks.ts";

const remarks: Remarks = {
  promised: { part: "constraints", index: 1 },
  conflicts: [
    {
      sentence: "two rules",
      parts: [
        { part: "constraints", index: 0 },
        { part: "constraints", index: 2 },
      ],
    },
    {
      sentence: "a rule and the opening",
      parts: [
        { part: "constraints", index: 0 },
        { part: "opening", index: 0 },
      ],
    },
  ],
  conflictsWith: () => [],
};

test("a remark about two parts stands once, below the later one", () => {
  expect(remarksOn(remarks, "constraints")).toEqual(["two rules"]);
  expect(remarksOn(remarks, "opening")).toEqual(["a rule and the opening"]);
  expect(remarksOn(remarks, "closing")).toEqual([]);
});

test("a constraint is known by its place", () => {
  expect(isPromised(remarks, "constraints", 1)).toBe(true);
  expect(isPromised(remarks, "constraints", 0)).toBe(false);
  expect(isPromised(remarks, "opening")).toBe(false);
});
