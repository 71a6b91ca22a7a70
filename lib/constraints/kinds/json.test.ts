import { expect, test } from "vitest";
import { json } from "./json.ts";

test.each([
  ["object", '{"a":1}', "pass", "pass", "a JSON object"],
  ["array", "[1, 2]", "pass", "pass", "a JSON array"],
  ["white space around", '\n {"a": 1}\n', "pass", "pass", "a JSON object"],
  ["Windows line ends", '{\r\n"a": 1\r\n}', "pass", "pass", "a JSON object"],
  ["a string alone is not what was meant", '"hi"', "fail", "fail", "a single value"],
  ["a number alone is not what was meant", "3", "fail", "fail", "a single value"],
  ["null", "null", "fail", "fail", "a single value"],
  ["in a fence", '```json\n{"a":1}\n```', "fail", "pass", "JSON inside a code fence"],
  ["in a fence of tildes", "~~~\n[1]\n~~~", "fail", "pass", "JSON inside a code fence"],
  ["broken inside a fence", "```json\n{a:1}\n```", "fail", "fail", "JSON inside a code fence"],
  ["text before", 'Here it is: {"a":1}', "fail", "fail", "text before the JSON"],
  ["text after", '{"a":1} Enjoy!', "fail", "fail", "text after the JSON"],
  ["trailing comma", '{"a":1,}', "fail", "fail", "broken JSON"],
  ["single quotes", "{'a':1}", "fail", "fail", "broken JSON"],
  ["curly quotation marks", "{“a”:1}", "fail", "pass", "broken JSON"],
  ["cut off", '{"a": [1, 2', "fail", "fail", "broken JSON"],
  ["prose", "No idea.", "fail", "fail", "no JSON"],
  ["Japanese keys", '{"名前":"光"}', "pass", "pass", "a JSON object"],
  ["Arabic values", '{"a":"نور"}', "pass", "pass", "a JSON object"],
  ["emoji and escapes", '{"🌅":"\\ud83c\\udf05"}', "pass", "pass", "a JSON object"],
  ["deep nesting", "[".repeat(20_000), "fail", "fail", "broken JSON"],
  ["empty", "", "fail", "fail", "empty output"],
] as const)("json: %s", (_, text, strict, loose, found) => {
  expect(json.check({ kind: "json" }, text, "strict")).toMatchObject({ result: strict, found });
  expect(json.check({ kind: "json" }, text, "loose").result).toBe(loose);
});

test.each([
  ["all keys", '{"name":1,"price":2,"more":3}', ["name", "price"], "pass", "a JSON object"],
  ["one missing", '{"name":1}', ["name", "price"], "fail", "no key “price”"],
  ["an array has no keys", '[{"name":1}]', ["name"], "fail", "a JSON array, not an object"],
  [
    "inherited names are no keys",
    "{}",
    ["toString", "__proto__"],
    "fail",
    "no key “toString” or “__proto__”",
  ],
  ["capitals matter", '{"Name":1}', ["name"], "fail", "no key “name”"],
  ["Chinese keys", '{"名":1}', ["名"], "pass", "a JSON object"],
  ["blank entries are ignored", "{}", [""], "pass", "a JSON object"],
] as const)("json, keys: %s", (_, text, keys, result, found) => {
  expect(json.check({ kind: "json", keys: [...keys] }, text, "strict")).toMatchObject({ result, found });
});

test("json: points at what stands around it", () => {
  expect(json.check({ kind: "json" }, 'Hi [1] {"a":1}', "strict").spans).toEqual([{ start: 0, end: 3 }]);
  expect(json.check({ kind: "json" }, "[1] bye", "strict").spans).toEqual([{ start: 3, end: 7 }]);
});
