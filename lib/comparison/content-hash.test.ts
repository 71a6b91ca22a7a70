import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { contentHash } from "./content-hash.ts";

const sha = (text: string) => createHash("sha256").update(text).digest("base64url");

test("is the SHA-256 of JSON with sorted keys", async () => {
  expect(await contentHash({ b: [1, "é", null, true], a: { d: 0.5, c: {} } })).toBe(
    sha('{"a":{"c":{},"d":0.5},"b":[1,"é",null,true]}'),
  );
});

test("the order of keys does not matter, the order of a list does", async () => {
  expect(await contentHash({ a: 1, b: 2 })).toBe(await contentHash({ b: 2, a: 1 }));
  expect(await contentHash([1, 2])).not.toBe(await contentHash([2, 1]));
});

test("[R18] text that no store keeps is made well-formed first", async () => {
  expect(await contentHash({ text: "a\u0000b\ud800" })).toBe(await contentHash({ text: "ab\ufffd" }));
});

test("undefined is as if it were not there", async () => {
  expect(await contentHash({ a: undefined, b: 1 })).toBe(await contentHash({ b: 1 }));
});

test("[R18] any JSON has the same hash after a round trip through its text", async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue({ stringUnit: "binary" }), async (value) => {
      const hash = await contentHash(value);
      expect(hash).toMatch(/^[A-Za-z0-9_-]{43}$/);
      expect(await contentHash(JSON.parse(JSON.stringify(value)))).toBe(hash);
    }),
    { numRuns: 500 },
  );
});
