import { expect, test } from "vitest";
import { hasRoom } from "./free-space.server.ts";

test.each([
  [50, 1_000, true],
  [49, 1_000, false],
  [0, 1_000, false],
  [0, 0, true],
])("[R52] with %i of %i blocks free, a disk has room: %s", async (bavail, blocks, room) => {
  expect(await hasRoom("/anywhere", async () => ({ bavail, blocks }))).toBe(room);
});
