import fc from "fast-check";
import { expect, test } from "vitest";
import { createSseDecoder, type SseEvent } from "./sse-decode.ts";

const encoder = new TextEncoder();

function decode(chunks: Uint8Array[], maxEventBytes?: number): SseEvent[] {
  const events: SseEvent[] = [];
  const decoder = createSseDecoder((event) => events.push(event), maxEventBytes);
  for (const chunk of chunks) decoder.push(chunk);
  return events;
}

/** The standard, word by word, over the whole stream at once (WHATWG HTML, 9.2.6). */
function reference(stream: Uint8Array): SseEvent[] {
  const text = new TextDecoder().decode(stream);
  const lines = text.split(/\r\n|\r|\n/);
  lines.pop();
  const events: SseEvent[] = [];
  let data = "";
  let event = "";
  let id = "";
  for (const line of lines) {
    if (line === "") {
      if (data !== "") events.push({ event, data: data.slice(0, -1), id });
      data = "";
      event = "";
      continue;
    }
    const match = /^([^:]*)(?:: ?(.*))?$/su.exec(line);
    const [, name = "", value = ""] = match ?? [];
    if (name === "data") data += `${value}\n`;
    if (name === "event") event = value;
    if (name === "id" && !value.includes("\0")) id = value;
  }
  return events;
}

function cutAt(bytes: Uint8Array, places: number[]): Uint8Array[] {
  const sorted = [...places].map((place) => place % (bytes.length + 1)).sort((a, b) => a - b);
  const chunks: Uint8Array[] = [];
  let from = 0;
  for (const place of [...sorted, bytes.length]) {
    chunks.push(bytes.slice(from, place));
    from = place;
  }
  return chunks;
}

const pieces = fc.constantFrom(
  ...'data: |data:|data|event: |event:error|id: 7|id: a\0b|retry: 10|: comment|\n|\r|\r\n|\n\n|:| |  |é|𝄞|漢|\uFEFF|x|{"a":1}|\0|[DONE]|dat|a: '.split(
    "|",
  ),
);
const rawBytes = fc.uint8Array({ maxLength: 3 });
const stream = fc
  .array(fc.oneof({ weight: 20, arbitrary: pieces.map((piece) => encoder.encode(piece)) }, rawBytes), {
    maxLength: 40,
  })
  .map((parts) => new Uint8Array(parts.flatMap((part) => [...part])));

test("[R30] 20,000 random streams, cut anywhere, read as the standard reads them", () => {
  fc.assert(
    fc.property(stream, fc.array(fc.nat(400), { maxLength: 12 }), (bytes, places) => {
      expect(decode(cutAt(bytes, places))).toEqual(reference(bytes));
    }),
    { numRuns: 20_000 },
  );
});

test("[R30] a stream that arrives one byte at a time reads the same", () => {
  const bytes = encoder.encode(
    "\uFEFFevent: a\r\ndata: 漢字\r\ndata: 𝄞\r\rid: 3\ndata:x\n\n: gone\n\ndata: é\n\ndata: cut",
  );
  const events = decode([...bytes].map((byte) => new Uint8Array([byte])));
  expect(events).toEqual([
    { event: "a", data: "漢字\n𝄞", id: "" },
    { event: "", data: "x", id: "3" },
    { event: "", data: "é", id: "3" },
  ]);
  expect(events).toEqual(reference(bytes));
});

test("[R30] a character cut in two is never replaced", () => {
  const bytes = encoder.encode("data: 🌅🌄\n\n");
  for (let place = 0; place <= bytes.length; place += 1) {
    expect(decode([bytes.slice(0, place), bytes.slice(place)])).toEqual([
      { event: "", data: "🌅🌄", id: "" },
    ]);
  }
});

test("[R30] an event of 28 MiB in 64 KB pieces arrives whole", () => {
  const body = "a".repeat(28 * 1024 * 1024);
  const bytes = encoder.encode(`data: ${body}\n\n`);
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += 65_536) chunks.push(bytes.subarray(at, at + 65_536));
  const [event] = decode(chunks);
  expect(event?.data.length).toBe(body.length);
});

test("[R30] a stream of 10 MB is scanned once: the same bytes copied and decoded, whatever the cut", () => {
  const frame = encoder.encode(`data: ${"x".repeat(180)}\n\n`);
  const whole = new Uint8Array(frame.length * Math.ceil(10_000_000 / frame.length));
  for (let at = 0; at < whole.length; at += frame.length) whole.set(frame, at);
  const decoded = TextDecoder.prototype.decode;
  let bytesDecoded = 0;
  TextDecoder.prototype.decode = function (this: TextDecoder, ...input: Parameters<typeof decoded>) {
    bytesDecoded += input[0]?.byteLength ?? 0;
    return decoded.apply(this, input);
  };
  try {
    for (const size of [97, 1_460, 65_536]) {
      bytesDecoded = 0;
      let count = 0;
      const decoder = createSseDecoder(() => {
        count += 1;
      });
      for (let at = 0; at < whole.length; at += size) decoder.push(whole.subarray(at, at + size));
      expect(count).toBe(whole.length / frame.length);
      expect(bytesDecoded).toBe(whole.length);
    }
  } finally {
    TextDecoder.prototype.decode = decoded;
  }
});

test("[R30] an event without end is refused at the limit, as one line or as many", () => {
  const line = encoder.encode("x".repeat(600));
  expect(() => decode([encoder.encode("data: "), line, line], 1_000)).toThrow(RangeError);
  const lines = encoder.encode(`data: ${"x".repeat(600)}\n`);
  expect(() => decode([lines, lines], 1_000)).toThrow(RangeError);
});
