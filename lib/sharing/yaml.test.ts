import { expect, test } from "vitest";
import { parse } from "yaml";
import { readYaml, writeYaml } from "./yaml.ts";

const MISREAD = [
  "2024-05-01",
  "2024-05-01T10:00:00Z",
  "2001-12-14 21:59:43.10 -5",
  "12",
  "1_000",
  "0b101",
  "-0x1f",
  "0o17",
  "017",
  "1:30",
  "-1:30:00",
  "+1.5e3",
  ".5",
  ".inf",
  "-.INF",
  ".NaN",
  "y",
  "N",
  "yes",
  "No",
  "ON",
  "off",
  "True",
  "null",
  "~",
  "=",
  "<<",
  "",
];

test.each(MISREAD)(
  "[EX6] %j stays a text for readers of YAML 1.1 and 1.2, as a value and as a name",
  (text) => {
    const value = { [text]: text, list: [text] };
    const yaml = writeYaml(value);
    expect(yaml).toContain(`${JSON.stringify(text)}: ${JSON.stringify(text)}`);
    expect(yaml).toContain(`- ${JSON.stringify(text)}`);
    expect(parse(yaml, { version: "1.1", schema: "yaml-1.1" })).toEqual(value);
    expect(readYaml(yaml)).toEqual({ value });
  },
);

test("[EX6] numbers stay numbers, plain words stay plain, and long texts keep their lines", () => {
  const value = { repeat: 3, share: false, none: null, label: "Before", raw: "- one\n2024-05-01\nyes\n" };
  const yaml = writeYaml(value);
  expect(yaml).toBe(
    "repeat: 3\nshare: false\nnone: null\nlabel: Before\nraw: |\n  - one\n  2024-05-01\n  yes\n",
  );
  expect(parse(yaml, { version: "1.1" })).toEqual(value);
});
