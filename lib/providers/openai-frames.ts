import { classifyErrorFrame, failure } from "./classify.ts";
import { isObject, type JsonObject, parseFrame, textOf, usageOf } from "./frame-json.ts";
import type { FrameReader, Output } from "./frame-reader.ts";
import type { Ending, ReportedUsage } from "./types.ts";

/** finish_reason, in the spellings that services use. Anything else proves no end. */
const ENDINGS: ReadonlyMap<string, Ending> = new Map([
  ["stop", "complete"],
  ["eos", "complete"],
  ["end_turn", "complete"],
  ["stop_sequence", "complete"],
  ["length", "length"],
  ["max_tokens", "length"],
  ["model_length", "length"],
  ["content_filter", "filtered"],
  ["safety", "filtered"],
  ["recitation", "filtered"],
  ["sensitive", "filtered"],
  ["tool_calls", "tool"],
  ["function_call", "tool"],
]);

/** Reads the chunks of a chat completion: api.openai.com's, and those of the services that copy it. */
export function createOpenaiReader(key: string | null): FrameReader {
  let finishReason: string | null = null;
  let refused = false;
  let calledTool = false;
  let done = false;
  let usage: ReportedUsage | null = null;

  function readChoice(choice: JsonObject, output: Output): void {
    const { index, delta, finish_reason: reason } = choice;
    if (index !== undefined && index !== 0) return;
    if (reason !== undefined && reason !== null) finishReason = textOf(reason).toLowerCase();
    if (delta === undefined || delta === null) return;
    if (!isObject(delta)) throw failure("malformed");
    readContent(delta.content, output);
    // DeepSeek and vLLM say reasoning_content, OpenRouter and Groq reasoning.
    output.thinking += textOf(delta.reasoning_content ?? delta.reasoning);
    const refusal = textOf(delta.refusal);
    if (refusal !== "") refused = true;
    output.text += refusal;
    if (Array.isArray(delta.tool_calls) && delta.tool_calls.length > 0) calledTool = true;
  }

  function readUsage(frame: JsonObject): void {
    // Groq also sends it under its own name.
    const own = isObject(frame.x_groq) ? frame.x_groq.usage : undefined;
    const reported = frame.usage ?? own;
    if (!isObject(reported)) return;
    const details = reported.prompt_tokens_details;
    const cached = isObject(details) ? details.cached_tokens : reported.prompt_cache_hit_tokens;
    usage = usageOf(reported.prompt_tokens, reported.completion_tokens, cached) ?? usage;
  }

  return {
    read({ event, data }, output) {
      if (data === "[DONE]") {
        done = true;
        return "end";
      }
      const frame = parseFrame(data);
      const { choices, error } = frame;
      if (event === "error" || (error !== undefined && error !== null)) {
        throw classifyErrorFrame(frame, key, Date.now());
      }
      readUsage(frame);
      if (choices === undefined || choices === null) return "progress";
      if (!Array.isArray(choices)) throw failure("malformed");
      for (const choice of choices) {
        if (!isObject(choice)) throw failure("malformed");
        readChoice(choice, output);
      }
      return "progress";
    },
    completion(wroteText) {
      const named = finishReason === null ? undefined : ENDINGS.get(finishReason);
      return { ending: done && named !== undefined ? refine(named, wroteText) : "interrupted", usage };
    },
    usage: () => usage,
  };

  function refine(named: Ending, wroteText: boolean): Ending {
    if (named !== "complete") return named;
    if (refused) return "refusal";
    if (calledTool) return "tool";
    return wroteText ? "complete" : "empty";
  }
}

/** A string, or Mistral's list of parts with its thinking among them. */
function readContent(content: unknown, output: Output): void {
  if (!Array.isArray(content)) {
    output.text += textOf(content);
    return;
  }
  for (const part of content) {
    if (!isObject(part)) throw failure("malformed");
    if (part.type === "text") output.text += textOf(part.text);
    if (part.type !== "thinking" || !Array.isArray(part.thinking)) continue;
    for (const thought of part.thinking) if (isObject(thought)) output.thinking += textOf(thought.text);
  }
}
