import "server-only";
import { expect, test } from "vitest";
import { wellFormed } from "#lib/base/well-formed.ts";

test("lone surrogates and U+0000 leave the text, everything else stays", () => {
  expect(wellFormed("a\u0000b\uD800c😀")).toBe("ab\uFFFDc😀");
});
