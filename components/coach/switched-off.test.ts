import { expect, test } from "vitest";
import { idsIn } from "./switched-off.ts";

test.each([
  ['["no-length","hedges"]', ["no-length", "hedges"]],
  ['["no-length",7,null]', ["no-length"]],
  ['{"no-length":true}', []],
  ["no json", []],
  ["", []],
])("[CO14] what was stored, old or damaged, is read as rules that are switched off: %s", (stored, ids) => {
  expect(idsIn(stored)).toEqual(ids);
});
