import { expect, test } from "vitest";
import { words } from "./words.ts";

test.each([
  ["plain", "The lake is calm.", 4],
  ["empty", "", 0],
  ["only punctuation", "… — !?", 0],
  ["a contraction is one word", "don't can’t", 2],
  ["a hyphen parts words", "state-of-the-art", 4],
  ["a decimal number is one word", "about 3.14 or 1,000", 4],
  ["accents", "naïve café Größe", 3],
  ["accents as combining marks", "cafe\u0301 nai\u0308ve", 2],
  ["Windows line ends", "one\r\ntwo three\r\n", 3],
  ["Russian", "Свет касается воды", 3],
  ["Greek", "Το φως αγγίζει το νερό", 5],
  ["Arabic", "الضوء يلمس الماء", 3],
  ["Hebrew", "האור נוגע במים", 3],
  ["Hindi", "प्रकाश जल को छूता है", 5],
  ["Japanese, which has no spaces", "今日は晴れです", 4],
  ["Chinese, which has no spaces", "我爱北京", 3],
  ["Thai, which has no spaces", "ภาษาไทยง่าย", 3],
  ["Korean", "빛이 물에 닿는다", 3],
  ["emoji are no words", "hope 🌅 👍🏽 light", 2],
  ["Markdown signs are no words", "# Title\n\n- **one** item", 3],
  ["a fence's own lines are no words, its content is", "```python\nprint hello\n```", 2],
  ["a wide comma within a number", "１，０００ 円", 2],
  ["a long line of them", "１，０００".repeat(1_000), 1],
  ["lone surrogate", "a \ud800 b", 2],
])("words: %s", (_, text, n) => {
  const finding = words.check({ kind: "words", op: "exactly", n }, text, "strict");
  expect(finding).toMatchObject({ result: "pass", found: `${n} ${n === 1 ? "word" : "words"}` });
});

test("words: the evidence of too many is the surplus, of too few nothing", () => {
  const atMost = { kind: "words", op: "at-most", n: 2 } as const;
  expect(words.check(atMost, "one two three four", "strict")).toMatchObject({
    result: "fail",
    asked: "at most 2 words",
    spans: [{ start: 8, end: 18 }],
  });
  expect(words.check({ kind: "words", op: "at-least", n: 9 }, "one", "strict").spans).toEqual([]);
});

test.each([
  ["English, to the end", "word ".repeat(30_000), "30000 words"],
  ["Chinese, as far as it takes", "我爱北京。".repeat(9_000), "more than 10000 words"],
])("words: a very long text is counted: %s", (_, text, found) => {
  const finding = words.check({ kind: "words", op: "at-most", n: 100 }, text, "strict");
  expect(finding).toMatchObject({ result: "fail", found, spans: [{ end: text.trimEnd().length }] });
  expect(words.check({ kind: "words", op: "at-least", n: 20_000 }, text, "strict").result).toBe("pass");
});
