import { expect, it } from "vitest";
import { bundleTable, scriptPaths } from "./bundle-size.ts";

it("counts what the page loads at once, each script once, without those for old browsers", () => {
  const html = `<html><head>
    <link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>
    <link rel="stylesheet" href="/_next/static/a.css"/>
    <link rel="preload" as="font" href="/_next/static/a.woff2"/>
    <script src="/_next/static/chunks/a.js" async="" nonce="x"></script>
    <script src="/_next/static/chunks/b.js?x=1&amp;y=2" async=""></script>
    <script src="/_next/static/chunks/polyfills.js" noModule=""></script>
    <script>self.__next_f.push([1,"/_next/static/chunks/c.js"])</script>`;
  expect(scriptPaths(html)).toEqual(["/_next/static/chunks/a.js", "/_next/static/chunks/b.js?x=1&y=2"]);
});

it("prints a row a script, the total and the limit, in KB", () => {
  const table = bundleTable({ scripts: [{ path: "/a.js", bytes: 1_234 }], totalBytes: 1_234 });
  expect(table.split("\n").slice(1)).toEqual([
    "     1.2 KB  /a.js",
    "     1.2 KB  total",
    "   200.0 KB  limit",
  ]);
});
