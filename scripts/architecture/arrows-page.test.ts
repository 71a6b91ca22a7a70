import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import config from "../../.dependency-cruiser.mjs";

it("ARCHITECTURE.md shows the arrows of lib as they are held", async () => {
  const page = await readFile("ARCHITECTURE.md", "utf8");
  const table = page.split("## The arrows")[1]?.split("\n## ")[0] ?? "";
  const shown = [...table.matchAll(/^\| `([^`]+)` +\| (.+?) +\|$/gm)].map(([, folder, imports = ""]) => {
    const named = [...imports.matchAll(/`([^`]+)`/g)].map(([, name]) => `lib/${name}`);
    return `lib/${folder} may import ${named.join(", ") || "nothing of ours"}.`;
  });
  const held = config.forbidden.flatMap(({ name, comment }) =>
    /^lib-.+-imports$/.test(name) && comment !== undefined ? [comment] : [],
  );
  expect(held.length).toBeGreaterThan(5);
  expect(shown).toEqual(held);
});
