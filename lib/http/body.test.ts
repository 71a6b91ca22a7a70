import { expect, test } from "vitest";
import { AppError } from "#lib/base/errors.ts";
import { readJson } from "./body.server.ts";

function post(
  body: BodyInit | null,
  headers: Record<string, string> = { "content-type": "application/json" },
): Request {
  return new Request("http://127.0.0.1/api/x", {
    method: "POST",
    body,
    headers,
    ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
  });
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "accepted",
    (error) => (error instanceof AppError ? error.code : "another error"),
  );
}

/** A JSON string literal of exactly this many bytes. */
const literal = (bytes: number) => `"${"x".repeat(bytes - 2)}"`;

test("[R24] a body of exactly the limit is read whole; one byte more is refused, declared or not", async () => {
  const { value } = await readJson(post(literal(1_000)), 1_000);
  expect(value).toBe("x".repeat(998));
  expect(await codeOf(readJson(post(literal(1_001)), 1_000))).toBe("body-too-large");
  const undeclared = new ReadableStream({
    start(controller) {
      for (let sent = 0; sent < 20; sent += 1) controller.enqueue(new TextEncoder().encode("x".repeat(100)));
      controller.close();
    },
  });
  expect(await codeOf(readJson(post(undeclared), 1_000))).toBe("body-too-large");
});

test.each([
  ["form", "application/x-www-form-urlencoded"],
  ["text", "text/plain"],
  ["multipart", "multipart/form-data; boundary=x"],
  ["none", ""],
])("[R15] a %s body is refused, so that no plain form can write", async (_name, type) => {
  expect(await codeOf(readJson(post("{}", type === "" ? {} : { "content-type": type })))).toBe(
    "unsupported-media-type",
  );
});

test("[R24] a compressed body is refused rather than unpacked", async () => {
  expect(
    await codeOf(readJson(post("{}", { "content-type": "application/json", "content-encoding": "gzip" }))),
  ).toBe("unsupported-media-type");
});

test.each([
  ["__proto__", '{"a":{"__proto__":{"polluted":1}}}'],
  ["constructor", '{"constructor":{"prototype":1}}'],
  ["a name with U+0000", '{"a\\u0000b":1}'],
])("[R19] hostile name: %s", async (_name, body) => {
  expect(await codeOf(readJson(post(body)))).toBe("invalid-body");
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
});

test.each([
  ["nothing", ""],
  ["half of it", '{"a":'],
  ["a web page", "<html>"],
])("%s is no JSON", async (_name, body) => {
  expect(await codeOf(readJson(post(body)))).toBe("invalid-json");
});

test("bytes that are no UTF-8 are refused, not repaired in silence", async () => {
  expect(await codeOf(readJson(post(new Uint8Array([0x22, 0xff, 0x22]))))).toBe("invalid-json");
});

test("[R24] a body that stalls is given up on, every time, and never taken for whole", async () => {
  const stalled = () =>
    new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"whole":true}')),
    });
  const codes = await Promise.all(
    Array.from({ length: 100 }, () => codeOf(readJson(post(stalled()), 1_000, 20))),
  );
  expect(new Set(codes)).toEqual(new Set(["body-timeout"]));
});
