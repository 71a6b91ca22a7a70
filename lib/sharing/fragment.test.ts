import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeFragment, encodeFragment } from "./fragment.ts";
import { FRAGMENT_CHARS, FRAGMENTS } from "./fragment-mark.ts";
import { aComparison } from "./sharing.fixture.ts";

/** Any text packed as a fragment of ours would be. */
function packed(text: string, version = 1): string {
  return `c${version}.${deflateSync(Buffer.from(text), { level: 9 }).toString("base64url")}`;
}

const problemOf = async (fragment: string) => {
  const found = await decodeFragment(fragment);
  return "problem" in found ? found.problem : null;
};

test("[SL13] a comparison comes out as it went in, whatever text it holds", async () => {
  const text = fc.string({ unit: "binary", maxLength: 300 }).map((value) => value.replaceAll("\u0000", ""));
  await fc.assert(
    fc.asyncProperty(text, text, async (title, note) => {
      const comparison = aComparison({ title, note, cases: [{ id: "1", values: { name: note } }] });
      const fragment = await encodeFragment(comparison);
      expect(fragment).toMatch(/^c1\.[\w-]+$/);
      expect(fragment).toMatch(FRAGMENTS);
      expect(await decodeFragment(fragment)).toEqual({ comparison });
    }),
    { numRuns: 100 },
  );
});

describe("[R22][SL14] what is hostile is named and harms nothing", () => {
  test("a bomb stops at 2 MB, long before what it would unpack to", async () => {
    // 24 MB of spaces in 24 KB: as much as fits into a fragment.
    const bomb = packed(" ".repeat(24_000_000));
    expect(bomb.length).toBeLessThan(FRAGMENT_CHARS);
    const before = process.memoryUsage().arrayBuffers;
    expect(await problemOf(bomb)).toBe("too-large");
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });

  test("a bomb inside of a JSON text is no smaller", async () => {
    expect(await problemOf(packed(`{"version":1,"title":"${"a".repeat(3_000_000)}"}`))).toBe("too-large");
  });

  test.each([
    ["very many values", `[${"0,".repeat(400_000)}0]`],
    ["very many variants", `{"version":1,"variants":[${"{},".repeat(300_000)}{}]}`],
    ["very deep", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
    ["a name that reaches a prototype", '{"version":1,"__proto__":{"polluted":true}}'],
    ["no comparison", '{"version":1}'],
    ["a bare value", "42"],
  ])("%s is refused", async (_, json) => {
    expect(await problemOf(packed(json))).toBe("refused");
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  test.each(["baseUrl", "endpoint", "headers", "proxy", "apiKey"])("[R08] a %s is refused", async (field) => {
    const comparison = aComparison();
    const [before, ...others] = comparison.variants;
    const model = { ...before?.model, [field]: "https://elsewhere.example" };
    const hostile = { ...comparison, variants: [{ ...before, model }, ...others] };
    expect(await problemOf(packed(JSON.stringify(hostile)))).toBe("refused");
    expect(await problemOf(packed(JSON.stringify({ ...comparison, [field]: "x" })))).toBe("refused");
  });

  test("cut at any place it is damaged", async () => {
    const whole = await encodeFragment(aComparison());
    for (let length = 4; length < whole.length; length += 7) {
      expect(await problemOf(whole.slice(0, length)), String(length)).toBe("damaged");
    }
  });

  test("one changed character never opens as another comparison", async () => {
    const comparison = aComparison();
    const whole = await encodeFragment(comparison);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 3, max: whole.length - 1 }),
        fc.constantFrom(..."AZaz09-_"),
        async (at, char) => {
          const found = await decodeFragment(whole.slice(0, at) + char + whole.slice(at + 1));
          if ("comparison" in found) expect(found.comparison).toEqual(comparison);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("10,000 random fragments open nothing", async () => {
    const random = fc.sample(fc.string({ unit: fc.constantFrom(..."AbCz019-_"), maxLength: 60 }), {
      numRuns: 10_000,
      seed: 22,
    });
    const found = await Promise.all(random.map((text) => problemOf(`c1.${text}`)));
    expect(new Set(found)).toEqual(new Set(["damaged"]));
  });

  test("not base64, not UTF-8, not JSON, not ours", async () => {
    const notUtf8 = `c1.${deflateSync(Buffer.from([0xff, 0xfe])).toString("base64url")}`;
    for (const fragment of [
      "c1.a+b/",
      "c1.",
      "c1.%20",
      "main",
      "",
      notUtf8,
      packed("{"),
      `${packed("{}")}AAAA`,
    ]) {
      expect(await problemOf(fragment), fragment).toMatch(/damaged|refused/);
    }
  });
});

test("[SL14] longer than an address may be is refused before it is looked at", async () => {
  expect(await problemOf(`c1.${"A".repeat(FRAGMENT_CHARS)}`)).toBe("too-long");
});

test("[SL13] a newer form and a newer document are told apart from damage", async () => {
  expect(await problemOf(packed("{}", 2))).toBe("newer");
  expect(await problemOf(packed(JSON.stringify({ ...aComparison(), version: 2 })))).toBe("newer");
});
