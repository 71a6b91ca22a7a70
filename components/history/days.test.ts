import { expect, test } from "vitest";
import { keptFor, momentOf } from "./days.ts";

const NOW = new Date(2026, 10, 24, 15, 0).getTime();

test.each([
  [new Date(2026, 10, 24, 9, 5), "today, 09:05"],
  [new Date(2026, 10, 23, 9, 5), "23 November, 09:05"],
  [new Date(2025, 10, 24, 9, 5), "24 November 2025"],
])("%s reads as %s", (then, words) => {
  expect(momentOf(then.getTime(), NOW)).toBe(words);
});

test.each([
  [null, "kept until you delete it"],
  [NOW + 1_000, "goes within a day"],
  [NOW + 86_400_000 - 1, "goes within a day"],
  [NOW + 25 * 3_600_000, "kept for 1 more day"],
  [NOW + 30 * 86_400_000 - 5_000, "kept for 30 more days"],
  [NOW + 90 * 86_400_000 - 60_000, "kept for 90 more days"],
  [NOW + 90 * 86_400_000 - 25 * 3_600_000, "kept for 89 more days"],
])("what goes at %s is %s", (at, words) => {
  expect(keptFor(at, NOW)).toBe(words);
});
