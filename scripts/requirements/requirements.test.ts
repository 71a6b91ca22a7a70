import { describe, expect, it } from "vitest";
import { requirementList } from "./list.ts";
import { coverageProblems, specRules } from "./requirements.ts";
import { taggedTitles } from "./titles.ts";

/** Spelled in two parts, so that the titles in this file's samples are not taken for its own. */
const tag = (number: string): string => `[${number}]`;
const call = (name: string, title: string): string => `${name}("${title}", () => {});\n`;

describe("titles", () => {
  it.each([
    ["it", `${tag("R29")} a stream that ends early`, ["R29"]],
    ["test", `${tag("PC1")} and ${tag("PC2")} together`, ["PC1", "PC2"]],
    ["describe", tag("R01, R02; RS3"), ["R01", "R02", "RS3"]],
    ["it", tag("EP1-EP3"), ["EP1", "EP2", "EP3"]],
    ["it.each([1, f(2)])", `${tag("R5")} %s`, ["R5"]],
  ])("%s with a number is found", (name, title, numbers) => {
    expect(taggedTitles("a.test.ts", call(name, title))).toEqual([{ file: "a.test.ts", title, numbers }]);
  });

  it.each([call("it", "no number"), call("expect", tag("R29")), `const a = "${tag("R29")}";\n`])(
    "%s shows nothing",
    (text) => {
      expect(taggedTitles("a.test.ts", text)).toEqual([]);
    },
  );
});

describe("specs", () => {
  it("a rule is a list item with its number, over as many lines as it takes", () => {
    const text =
      "# S\n\n- **PC1** One\n  more line.\n- **PC2** Two.\n\nProse about **PC3**.\n- **RS4** Last.";
    expect(specRules("s.md", text)).toEqual([
      { number: "PC1", promise: "One more line.", source: "s.md" },
      { number: "PC2", promise: "Two.", source: "s.md" },
      { number: "RS4", promise: "Last.", source: "s.md" },
    ]);
  });
});

describe("coverage", () => {
  const requirement = { number: "R29", promise: "Ends need proof.", source: "r.json" };
  const title = { file: "a.test.ts", title: "proof", numbers: ["R29"] };

  it("a promise with a test is fine, one without is named", () => {
    expect(coverageProblems([requirement], [title])).toEqual([]);
    expect(coverageProblems([requirement], [])).toEqual(["R29 has no test: Ends need proof."]);
  });

  it("a number that nobody promised is named", () => {
    expect(coverageProblems([requirement], [title, { ...title, numbers: ["R99"] }])).toEqual([
      'a.test.ts: "proof" quotes R99, which is not promised anywhere',
    ]);
  });

  it("the page lists the tests of each promise", () => {
    const page = requirementList([requirement], [title]);
    expect(page).toContain("**R29** Ends need proof.\n\n- a.test.ts: proof\n");
  });
});
