import { classifyErrorFrame, failure } from "./classify.ts";
import { isObject, type JsonObject, parseFrame, textOf, usageOf } from "./frame-json.ts";
import type { FrameReader, Output } from "./frame-reader.ts";
import type { Ending, ReportedUsage } from "./types.ts";

/** stop_reason. A paused turn has not come to its end, and neither has one that we do not know. */
const ENDINGS: ReadonlyMap<string, Ending> = new Map([
  ["end_turn", "complete"],
  ["stop_sequence", "complete"],
  ["max_tokens", "length"],
  ["model_context_window_exceeded", "length"],
  ["refusal", "refusal"],
  ["tool_use", "tool"],
]);

/** Reads the events of a streamed message. Unknown events are skipped, as the service asks of its clients. */
export function createAnthropicReader(key: string | null): FrameReader {
  let stopReason: string | null = null;
  let stopped = false;
  /** The latest counts: a message starts with its input, and its end brings the output. */
  let counts: JsonObject = {};
  let outputTokens: unknown;

  function readDelta(delta: unknown, output: Output): void {
    if (!isObject(delta)) throw failure("malformed");
    if (delta.type === "text_delta") output.text += textOf(delta.text);
    else if (delta.type === "thinking_delta") output.thinking += textOf(delta.thinking);
  }

  function readBlock(block: unknown, output: Output): void {
    if (!isObject(block)) throw failure("malformed");
    if (block.type === "text") output.text += textOf(block.text);
    else if (block.type === "thinking") output.thinking += textOf(block.thinking);
  }

  function readMessageDelta(frame: JsonObject): void {
    const { delta, usage } = frame;
    if (delta !== undefined && delta !== null && !isObject(delta)) throw failure("malformed");
    const reason = delta?.stop_reason;
    if (reason !== undefined && reason !== null) stopReason = textOf(reason);
    if (!isObject(usage)) return;
    counts = { ...counts, ...usage };
    outputTokens = usage.output_tokens;
  }

  /** The service counts cached input apart; ours is the whole input. */
  function usage(): ReportedUsage | null {
    const read = counts.cache_read_input_tokens ?? 0;
    const written = counts.cache_creation_input_tokens ?? 0;
    const fresh = counts.input_tokens;
    if (typeof fresh !== "number" || typeof read !== "number" || typeof written !== "number") return null;
    if (Math.min(fresh, read, written) < 0) return null;
    return usageOf(fresh + read + written, outputTokens, read);
  }

  return {
    read({ event, data }, output) {
      const frame = parseFrame(data);
      const type = frame.type;
      switch (type) {
        case "content_block_delta":
          readDelta(frame.delta, output);
          return "progress";
        case "content_block_start":
          readBlock(frame.content_block, output);
          return "progress";
        case "ping":
          return "keep-alive";
        case "message_start": {
          const message = frame.message;
          if (!isObject(message)) throw failure("malformed");
          if (isObject(message.usage)) counts = message.usage;
          return "progress";
        }
        case "message_delta":
          readMessageDelta(frame);
          return "progress";
        case "message_stop":
          stopped = true;
          return "end";
      }
      if (type === "error" || event === "error" || isObject(frame.error)) {
        throw classifyErrorFrame(frame, key, Date.now());
      }
      return "progress";
    },
    completion(wroteText) {
      const named = stopReason === null ? undefined : ENDINGS.get(stopReason);
      if (!stopped || named === undefined) return { ending: "interrupted", usage: usage() };
      return { ending: named === "complete" && !wroteText ? "empty" : named, usage: usage() };
    },
    usage,
  };
}
