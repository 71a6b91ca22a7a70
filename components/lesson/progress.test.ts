import { expect, test } from "vitest";
import { NO_PROGRESS, parseProgress, withMark } from "./progress.ts";

test.each([[null], [""], ["{"], ["7"], ["[]"], ['{"done":"poem"}'], ['{"done":[1,null],"solved":{}}']])(
  "[LS7] stored %j is no progress, and no error",
  (json) => {
    expect(parseProgress(json)).toEqual(NO_PROGRESS);
  },
);

test("[LS7] what was stored comes back, each lesson once", () => {
  expect(parseProgress('{"done":["poem","poem","json"],"solved":["json"],"more":1}')).toEqual({
    done: ["poem", "json"],
    solved: ["json"],
  });
});

test("[LS7] a mark is set and taken away, and the same mark changes nothing", () => {
  const marked = withMark(NO_PROGRESS, "done", "poem", true);
  expect(marked).toEqual({ done: ["poem"], solved: [] });
  expect(withMark(marked, "done", "poem", true)).toBe(marked);
  expect(withMark(marked, "solved", "poem", false)).toBe(marked);
  expect(withMark(marked, "done", "poem", false)).toEqual(NO_PROGRESS);
});
