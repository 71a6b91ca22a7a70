import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSseDecoder } from "#lib/base/sse-decode.ts";
import { createAnthropicReader } from "./anthropic-frames.ts";
import { ProviderError } from "./errors.ts";
import type { FrameReader, Output } from "./frame-reader.ts";
import { createOpenaiReader } from "./openai-frames.ts";

const encoder = new TextEncoder();

function play(reader: FrameReader, bytes: Uint8Array): Output & { ended: boolean } {
  const output: Output = { text: "", thinking: "" };
  let ended = false;
  const decoder = createSseDecoder((event) => {
    if (!ended) ended = reader.read(event, output) === "end";
  });
  decoder.push(bytes);
  return { ...output, ended };
}

const fixture = (name: string): Uint8Array => readFileSync(new URL(`fixtures/${name}.txt`, import.meta.url));

describe("streams in the form in which services send them", () => {
  test.each([
    ["openai", "", { inputTokens: 1_200, outputTokens: 2, cachedInputTokens: 1_024 }],
    ["openrouter", "Let me see.", { inputTokens: 12, outputTokens: 9 }],
    ["deepseek", "Let me see.", { inputTokens: 12, outputTokens: 9 }],
    ["mistral", "Let me see.", { inputTokens: 12, outputTokens: 9 }],
    ["groq", "", { inputTokens: 12, outputTokens: 9 }],
    ["azure", "", null],
  ])("[R32] %s", (name, thinking, usage) => {
    const reader = createOpenaiReader(null);
    expect(play(reader, fixture(name))).toEqual({ text: "Golden light", thinking, ended: true });
    expect(reader.completion(true)).toEqual({ ending: "complete", usage });
  });

  test("[R32] anthropic, with cached input counted into the whole", () => {
    const reader = createAnthropicReader(null);
    expect(play(reader, fixture("anthropic"))).toEqual({
      text: "Golden light",
      thinking: "Let me see.",
      ended: true,
    });
    const usage = { inputTokens: 1_112, outputTokens: 9, cachedInputTokens: 1_000 };
    expect(reader.completion(true)).toEqual({ ending: "complete", usage });
  });

  test.each(["openai", "openrouter", "deepseek", "mistral", "groq", "azure"])(
    "[R29][RS8] %s, cut after any frame but the last, is interrupted",
    (name) => {
      const frames = new TextDecoder().decode(fixture(name)).split("\n\n").slice(0, -1);
      for (let count = 0; count < frames.length; count += 1) {
        const reader = createOpenaiReader(null);
        play(
          reader,
          encoder.encode(
            frames
              .slice(0, count)
              .map((frame) => `${frame}\n\n`)
              .join(""),
          ),
        );
        expect(reader.completion(true).ending).toBe("interrupted");
      }
    },
  );

  test("[R29] anthropic, cut after any frame but the last, is interrupted", () => {
    const frames = new TextDecoder().decode(fixture("anthropic")).split("\n\n").slice(0, -1);
    for (let count = 0; count < frames.length; count += 1) {
      const reader = createAnthropicReader(null);
      play(
        reader,
        encoder.encode(
          frames
            .slice(0, count)
            .map((frame) => `${frame}\n\n`)
            .join(""),
        ),
      );
      expect(reader.completion(true).ending).toBe("interrupted");
    }
  });
});

test.each([
  [
    "[DONE] without a finish reason",
    'data: {"choices":[{"index":0,"delta":{"content":"x"}}]}\n\ndata: [DONE]\n\n',
  ],
  [
    "a finish reason that is an error",
    'data: {"choices":[{"index":0,"delta":{},"finish_reason":"error"}]}\n\ndata: [DONE]\n\n',
  ],
  [
    "DeepSeek out of resources",
    'data: {"choices":[{"index":0,"delta":{},"finish_reason":"insufficient_system_resource"}]}\n\ndata: [DONE]\n\n',
  ],
])("[R29] %s is interrupted", (_name, stream) => {
  const reader = createOpenaiReader(null);
  play(reader, encoder.encode(stream));
  expect(reader.completion(true).ending).toBe("interrupted");
});

test("a second choice that nobody asked for is left out", () => {
  const stream =
    'data: {"choices":[{"index":1,"delta":{"content":"other"}},{"index":0,"delta":{"content":"mine"}}]}\n\n';
  expect(play(createOpenaiReader(null), encoder.encode(stream)).text).toBe("mine");
});

/** Values that a frame may hold where another was agreed. */
const oddity = fc.constantFrom(
  null,
  [],
  {},
  "",
  "x",
  0,
  -1,
  1.5,
  1e308,
  true,
  [null],
  [{}],
  { toString: 1 },
  "__proto__",
);
const names = fc.constantFrom(
  ..."choices delta content index finish_reason usage error message type code prompt_tokens completion_tokens".split(
    " ",
  ),
  ..."reasoning refusal tool_calls stop_reason text thinking content_block input_tokens output_tokens".split(
    " ",
  ),
  ..."__proto__ constructor prototype toString hasOwnProperty x_groq details".split(" "),
);
const types = fc.constantFrom(
  ..."message_start content_block_start content_block_delta message_delta message_stop ping error text_delta".split(
    " ",
  ),
);
const { value: odd } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    oddity,
    fc.array(tie("value"), { maxLength: 3 }),
    fc
      .array(fc.tuple(names, fc.oneof(tie("value"), types)), { maxLength: 4 })
      .map((pairs) =>
        JSON.parse(
          `{${pairs.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(",")}}`,
        ),
      ),
  ),
}));
const frame = fc
  .tuple(fc.option(types, { nil: undefined }), odd)
  .map(([type, value]) =>
    typeof value === "object" && value !== null && type !== undefined ? { ...value, type } : value,
  );
const data = fc.oneof(
  { weight: 8, arbitrary: frame.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.string() },
  {
    weight: 1,
    arbitrary: fc.constantFrom("[DONE]", "{", "null", '{"choices":[{"delta":{"content":"secret words"'),
  },
);

test.each([
  ["openai", createOpenaiReader],
  ["anthropic", createAnthropicReader],
])("[R31] 10,000 hostile frames end %s in our error or in nothing, and pollute nothing", (_name, create) => {
  const before = Object.getOwnPropertyNames(Object.prototype).length;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom("", "error", "execute", "ping"), data), { maxLength: 4 }),
      (frames) => {
        const reader = create("sk-secret");
        const output: Output = { text: "", thinking: "" };
        for (const [event, text] of frames) {
          try {
            reader.read({ event, data: text, id: "" }, output);
          } catch (error) {
            expect(error).toBeInstanceOf(ProviderError);
            expect(String(error)).not.toContain("secret words");
            break;
          }
        }
        expect(typeof output.text).toBe("string");
        const { usage } = reader.completion(output.text !== "");
        if (usage !== null) expect(Math.min(usage.inputTokens, usage.outputTokens)).toBeGreaterThan(0);
      },
    ),
    { numRuns: 10_000 },
  );
  expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before);
});
