import fc from "fast-check";
import { expect, test } from "vitest";
import { cpuTimeMs } from "#lib/base/cpu-time.fixture.ts";
import { normalised } from "./normalised.ts";

test("with up to 30 marks a text is what Unicode makes of it", () => {
  const unit = fc.constantFrom(
    "a",
    "e\u0301",
    "o\u0323\u0302",
    "\u1112\u1161",
    "x\u0315\u0300",
    "\r\n",
    "\r",
    "😀",
    "क्षि",
    `z${"\u0301\u0323".repeat(14)}`,
    `y${"\u0323".repeat(29)}\u0301`,
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), (original) => {
      const { text } = normalised(original);
      expect(text).toBe(original.normalize("NFC").replace(/\r\n?/g, "\n"));
    }),
    { numRuns: 2_000 },
  );
});

/** To put such runs in order takes the engine twenty seconds and more, piece by piece some hundredths of one. */
test.each([
  ["two marks in turn", "\u0301\u0323".repeat(100_000)],
  ["marks of two code units", "\u{10a0f}\u{1d165}".repeat(50_000)],
  ["one mark, then another", `x${"\u0301".repeat(50_000)}${"\u0323".repeat(50_000)}`],
  ["in the middle of a text", `${"a ".repeat(5_000)}${"\u0301\u0323".repeat(50_000)} end`],
])("a long run of marks is taken apart: %s", (_, text) => {
  const before = cpuTimeMs();
  expect(normalised(text).text.length).toBeGreaterThan(50_000);
  expect(cpuTimeMs() - before).toBeLessThan(2_000);
});

test("all that melts into what stands before it goes with it on the way back", () => {
  const missed: string[] = [];
  for (let code = 0; code <= 0x10ffff; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const [, ...melting] = String.fromCodePoint(code).normalize("NFD");
    if (melting.length === 0) continue;
    const text = `${String.fromCodePoint(code).normalize("NFD")}。sun`;
    const { original, text: composed } = normalised(text);
    const start = composed.indexOf("sun");
    const span = original({ start, end: start + 3 });
    if (text.slice(span.start, span.end) !== "sun") missed.push(code.toString(16));
  }
  expect(missed).toEqual([]);
});
