import { expect, test } from "vitest";
import { itemMarker, MAY_START_ITEM } from "./list-item.ts";

const FORMS = [
  (sign: string) => `${sign} a`,
  (sign: string) => `${sign}a`,
  (sign: string) => ` \u200e${sign}. a`,
  (sign: string) => `${sign}) a`,
];

test("no line that starts an item is passed over at a glance", () => {
  const missed: string[] = [];
  let items = 0;
  for (let code = 0x20; code <= 0x1ffff; code += 1) {
    for (const form of FORMS) {
      const line = form(String.fromCodePoint(code));
      if (itemMarker(line) === null) continue;
      items += 1;
      MAY_START_ITEM.lastIndex = 0;
      if (!MAY_START_ITEM.test(line)) missed.push(line);
    }
  }
  expect(missed).toEqual([]);
  expect(items).toBeGreaterThan(500);
});
