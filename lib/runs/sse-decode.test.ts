import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sseFrame } from "#lib/base/sse-encode.ts";
import { type SseFrame, sseDecoder } from "./sse-decode.ts";

function decodeAll(chunks: readonly string[]): SseFrame[] {
  const frames: SseFrame[] = [];
  const decode = sseDecoder((frame) => frames.push(frame));
  for (const chunk of chunks) decode(chunk);
  return frames;
}

/** Cuts a text at the given places. */
function cut(text: string, places: readonly number[]): string[] {
  const at = [...new Set(places.map((place) => place % (text.length + 1)))].sort((a, b) => a - b);
  return [0, ...at].map((start, index) => text.slice(start, at[index] ?? text.length));
}

describe("sseDecoder", () => {
  test("[R37] any cut of the stream gives the same frames", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ text: fc.string({ unit: "binary" }), comment: fc.boolean() }), { maxLength: 8 }),
        fc.array(fc.nat(), { maxLength: 12 }),
        (items, places) => {
          const text = items
            .map((item, index) => {
              const frame = sseFrame(index + 1, "text-delta", JSON.stringify(item.text));
              return item.comment ? `: still here\n\n${frame}` : frame;
            })
            .join("");
          const frames = decodeAll(cut(text, places));
          expect(frames.map(({ id }) => id)).toEqual(items.map((_, index) => String(index + 1)));
          expect(frames.map(({ data }) => JSON.parse(data))).toEqual(items.map((item) => item.text));
        },
      ),
    );
  });

  test("CR, LF and CRLF end lines, also when a chunk ends between CR and LF", () => {
    const frames = decodeAll(["id: 1\r", "\nevent: a\rdata: x\r\n\r", "\ndata:y\n\n"]);
    expect(frames).toEqual([
      { id: "1", event: "a", data: "x" },
      { id: "", event: "message", data: "y" },
    ]);
  });

  test("[R37] a frame that the stream did not finish is not delivered", () => {
    expect(decodeAll(["id: 1\ndata: a\n\nid: 2\ndata: b\n"])).toHaveLength(1);
  });
});
