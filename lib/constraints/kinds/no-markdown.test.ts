import { expect, test } from "vitest";
import { noMarkdown } from "./no-markdown.ts";

test.each([
  ["plain text", "A calm lake.\nLight comes.", "none"],
  ["heading", "# Morning\nText", "1 heading"],
  ["underlined heading", "Morning\n=======\nText", "1 heading"],
  ["a hash tag is no heading", "#morning", "none"],
  ["bold", "a **calm** lake and __light__", "2 bold"],
  ["italic", "a *calm* lake and _light_", "2 italic"],
  ["multiplication is no emphasis", "2*3*4 and 2 * 3 * 4", "none"],
  ["snake_case_words are no emphasis", "snake_case_words", "none"],
  ["list", "- a\n- b\n1. c", "3 list items"],
  ["a dash in running text is no list", "a - b\n-5 degrees\n— Yes, he said", "none"],
  ["code block", "```js\n# no heading\n- no item\n```", "1 code block"],
  ["code that is never closed", "```\ncode", "1 code block"],
  ["two code blocks", "~~~\na\n~~~\n\n```\nb\n```", "2 code blocks"],
  ["inline code", "run `npm start`", "1 code"],
  ["link and picture", "[a](https://x.y) ![b](c.png)", "2 links"],
  ["brackets alone are no link", "[a] (b)", "none"],
  ["quote", "> said", "1 quote"],
  ["rule", "a\n\n---\n\nb", "1 rule"],
  ["table", "| a | b |\n|---|---|\n| 1 | 2 |", "1 table"],
  ["Japanese bold", "朝の**光**が", "1 bold"],
  ["Arabic heading", "# صباح", "1 heading"],
  ["Hindi list", "- सूरज", "1 list item"],
  ["typographic bullets are plain text", "• a\n・b", "none"],
  ["empty", "", "none"],
])("no-markdown: %s", (_, text, found) => {
  const finding = noMarkdown.check({ kind: "no-markdown" }, text, "strict");
  expect(finding).toMatchObject({ found, result: found === "none" ? "pass" : "fail", asked: "no Markdown" });
});

test("no-markdown: points at each sign", () => {
  const text = "# A\n\nthe **b** c";
  const { spans } = noMarkdown.check({ kind: "no-markdown", what: "any" }, text, "strict");
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(["# A", "**b**"]);
});

test.each([
  ["none", "A calm lake,\nlight comes.", "pass"],
  ["heading", "## Morning\n\nText", "fail"],
  ["bold line", "**Morning**\nText", "fail"],
  ["named as a title", "Title: Morning\nText", "fail"],
  ["named in German", "Titel: Morgen\nText", "fail"],
  ["after blank lines", "\n\n# Morning\nText", "fail"],
  ["a short line alone may be a title or verse", "Morning on the Lake\n\nA golden light", "undecided"],
  ["a Japanese line alone", "朝の湖\n\n静かな光が", "undecided"],
  ["a first sentence alone", "Morning has come.\n\nA golden light", "pass"],
  ["a single line", "Morning on the Lake", "pass"],
  ["a heading further down is no title", "Text.\n\n# Later", "pass"],
  ["a long first line", `${"word ".repeat(12)}\n\nText`, "pass"],
  ["a hash tag", "#morning\nText", "pass"],
  ["inside code", "```\n# comment\n```", "pass"],
  ["empty", "", "pass"],
])("no-markdown, title: %s", (_, text, result) => {
  expect(noMarkdown.check({ kind: "no-markdown", what: "title" }, text, "strict").result).toBe(result);
});
