import { expect, test } from "vitest";
import { parseLessonText } from "./lesson.ts";

const GOOD = "# T\n\n## Goal\n\na\n\n## What to look for\n\n- b\n\n## Try it\n\nc\n\n## Go further\n\nd\n";

test("lesson.md gives its title and its four sections", () => {
  expect(parseLessonText(GOOD)).toEqual({ title: "T", goal: "a", lookFor: "- b", task: "c", further: "d" });
  expect(parseLessonText(GOOD.replaceAll("\n", "\r\n"))).toEqual(parseLessonText(GOOD));
});

test.each([
  ["# T\n", '"# Title"'],
  ["## Goal\n\na\n", '"## Goal"'],
  ["## Try it\n\nc", '"## Try it"'],
])("a lesson without %j is refused by name", (part, named) => {
  expect(() => parseLessonText(GOOD.replace(part, ""))).toThrow(named);
});
