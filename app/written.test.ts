import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const BIDI = /unicode-bidi: plaintext;\s+text-align: start;/;

test("what keeps the lines of a text, and what one writes it in, runs from the side its script begins at", () => {
  const lines = globSync("components/**/*.tsx", { cwd: new URL("..", import.meta.url) }).flatMap((path) =>
    read(path)
      .split("\n")
      .filter((line) => /whitespace-pre-wrap|field-sizing-content/.test(line)),
  );
  expect(lines.length).toBeGreaterThan(8);
  for (const line of lines) expect(line).toMatch(/\bwritten\b/);
  expect(read("app/globals.css")).toMatch(new RegExp(`@utility written {\\s+${BIDI.source}\\s+}`));
});

test("a formatted answer does so paragraph by paragraph, and its code never does", () => {
  const css = read("components/markdown/markdown.css");
  expect(css).toMatch(new RegExp(`\\.md :is\\(p, h3, li, blockquote, th, td\\) {\\s+${BIDI.source}\\s+}`));
  expect(css).toMatch(/\.md :is\(pre, code\) {\s+direction: ltr;\s+unicode-bidi: isolate;\s+}/);
});
