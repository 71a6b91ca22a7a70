import { expect, test } from "vitest";
import { qrCodeOf } from "./qr-code.ts";

/** The dark modules of a path, as a grid of 0 and 1. */
function modulesOf({ size, path }: { size: number; path: string }): string[] {
  const grid = Array.from({ length: size }, () => Array.from({ length: size }, () => "0"));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let dx = 0; dx < Number(width); dx += 1) {
      const row = grid[Number(y)];
      if (row !== undefined) row[Number(x) + dx] = "1";
    }
  }
  return grid.map((row) => row.join(""));
}

test("[SL9] a link becomes a code with its three finders and a quiet zone of four modules", () => {
  const rows = modulesOf(qrCodeOf("https://prompts.example.org/c/cmp_0123456789abcdefghij-_"));
  const inner = rows.length - 8;
  expect((inner - 17) % 4).toBe(0);
  const finder = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"];
  const at = (x: number, y: number) => rows.slice(y, y + 7).map((row) => row.slice(x, x + 7));
  expect(at(4, 4)).toEqual(finder);
  expect(at(4 + inner - 7, 4)).toEqual(finder);
  expect(at(4, 4 + inner - 7)).toEqual(finder);
  for (const edge of [...rows.slice(0, 4), ...rows.slice(-4)]) expect(edge).not.toContain("1");
  for (const row of rows) expect(row.slice(0, 4) + row.slice(-4)).toBe("00000000");
});
