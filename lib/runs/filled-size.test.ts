import { expect, test } from "vitest";
import { refuseOversized } from "./filled-size.ts";

const codeOf = (text: string, value: string, cases = 1) => {
  const rows = Array.from({ length: cases }, (_, index) => ({ id: String(index), values: { a: value } }));
  try {
    refuseOversized([{ field: "variants.0.prompt", value: { kind: "text", text } }], rows);
    return null;
  } catch (error) {
    return error instanceof Error && "code" in error ? error.code : error;
  }
};

test("[R24] a prompt that variables would blow up is refused before it is built", () => {
  expect(codeOf("{{a}}".repeat(60_000), "x".repeat(1_500))).toBe("prompt-too-long");
  expect(codeOf("{{ a }}".repeat(10), "x".repeat(300_000))).toBe("prompt-too-long");
  expect(codeOf("{{a}}", "x".repeat(900_000), 40)).toBe("prompt-too-long");
});

test("what fits is let through: a long prompt, a long value, many cases", () => {
  expect(codeOf("x".repeat(1_000_000), "short")).toBeNull();
  expect(codeOf("{{a}}", "x".repeat(1_000_000))).toBeNull();
  expect(codeOf("{{a}} and {{a}}", "x".repeat(1_000), 200)).toBeNull();
});
