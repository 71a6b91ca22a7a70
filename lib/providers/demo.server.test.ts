import { afterEach, expect, test, vi } from "vitest";
import type { Message } from "#lib/base/message.ts";
import { lessonBySlug } from "#lib/library/library.server.ts";
import { compile } from "#lib/prompt/compile.ts";
import type { Pace } from "./demo/pace.ts";
import { createDemo, demo, demoKind } from "./demo.server.ts";
import type { Completion, CompletionRequest, Protocol } from "./types.ts";

const CONNECTION = { baseUrl: "", apiKey: null, allowedHosts: [] };
const CLOCKS = { headersMs: 1, firstTokenMs: 1, idleMs: 1, totalMs: 1 };
const SEA: Message[] = [{ role: "user", content: "Generate a poem about the sea." }];

const atOnce: Pace = {
  async play(score, emit, signal) {
    for (const { text } of score) if (!signal.aborted) emit(text);
  },
};

async function ask(
  protocol: Protocol,
  messages: Message[],
  over: Partial<CompletionRequest> = {},
): Promise<Completion & { text: string; deltas: string[] }> {
  const deltas: string[] = [];
  const completion = await protocol.complete(
    CONNECTION,
    { model: "demo", messages, params: {}, signal: new AbortController().signal, clocks: CLOCKS, ...over },
    { text: (delta) => deltas.push(delta), thinking: () => expect.unreachable("the demo does not think") },
  );
  return { ...completion, deltas, text: deltas.join("") };
}

function poem(variant: "before" | "after") {
  const lesson = lessonBySlug("poem");
  const prompt = lesson?.comparison.variants.find(({ id }) => id === variant)?.prompt;
  if (lesson === undefined || prompt === undefined) throw new Error("no poem");
  const texts = lesson.answers.get(variant)?.map(({ text }) => text) ?? [];
  return { messages: compile(prompt).messages, texts };
}

afterEach(() => {
  vi.useRealTimers();
});

test.each(["before", "after"] as const)(
  "the poem's %s prompt gets its bundled answers, one a sample",
  async (variant) => {
    const { messages, texts } = poem(variant);
    const fast = createDemo({ pace: atOnce });
    for (let sampleIndex = 0; sampleIndex < 7; sampleIndex++) {
      const { text, ending, usage, origin } = await ask(fast, messages, { sampleIndex });
      expect(text).toBe(texts[sampleIndex % 5]);
      expect({ ending, usage, origin }).toEqual({ ending: "complete", usage: null, origin: "bundled" });
    }
  },
);

test("samples of one run that are asked for at once are all different, and the same in the next run", async () => {
  const fast = createDemo({ pace: atOnce });
  const run = () =>
    Promise.all([0, 1, 2, 3, 4].map((sampleIndex) => ask(fast, poem("before").messages, { sampleIndex })));
  const first = (await run()).map(({ text }) => text);
  expect(new Set(first).size).toBe(5);
  expect((await run()).map(({ text }) => text)).toEqual(first);
});

test("a bundled prompt is known again with other white space, and no longer with another word", () => {
  const { messages } = poem("before");
  const changed = (change: (content: string) => string) =>
    messages.map((message) => ({ ...message, content: change(message.content) }));
  expect(demoKind(messages)).toBe("bundled");
  expect(demoKind(changed((content) => `  ${content.replaceAll(" ", "\n ")}\n`))).toBe("bundled");
  expect(demoKind(changed((content) => content.replace("nature", "tea")))).toBe("simulated");
  expect(demoKind([{ role: "system", content: "Be brief." }, ...messages])).toBe("simulated");
});

test("any other prompt gets a simulated reply and says so", async () => {
  const { origin, usage, ending, text } = await ask(createDemo({ pace: atOnce }), SEA);
  expect({ origin, usage, ending }).toEqual({ origin: "simulated", usage: null, ending: "complete" });
  expect(text).toContain("the sea");
  expect(demoKind(SEA)).toBe("simulated");
});

test("maxTokens cuts the answer, which then ends as length", async () => {
  const { text, ending } = await ask(createDemo({ pace: atOnce }), poem("after").messages, {
    params: { maxTokens: 5 },
  });
  expect({ text, ending }).toEqual({ text: "A golden light first", ending: "length" });
});

test("a stop sequence ends the answer as complete", async () => {
  const { text, ending } = await ask(createDemo({ pace: atOnce }), poem("after").messages, {
    params: { stop: ["\n"] },
  });
  expect({ text, ending }).toEqual({ text: "A golden light first kisses the water.", ending: "complete" });
});

test("[R35] stopping in the middle ends at once as stopped, keeps what came, and sends nothing more", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
  const controller = new AbortController();
  const asked = ask(demo, poem("before").messages, { signal: controller.signal });
  vi.advanceTimersByTime(800);
  controller.abort();
  const { text, ending, deltas } = await asked;
  expect(ending).toBe("stopped");
  expect(poem("before").texts[0]?.startsWith(text)).toBe(true);
  expect(deltas.length).toBeGreaterThan(3);
  const received = deltas.length;
  vi.advanceTimersByTime(5_000);
  expect(deltas.length).toBe(received);
  expect(vi.getTimerCount()).toBe(0);
});

test("a call that was stopped before it began sends nothing", async () => {
  const { text, ending } = await ask(demo, SEA, { signal: AbortSignal.abort() });
  expect({ text, ending }).toEqual({ text: "", ending: "stopped" });
});

test("at a model's pace the first word takes 250 to 450 ms, and words come one by one", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
  const deltas: string[] = [];
  const done = demo.complete(
    CONNECTION,
    { model: "demo", messages: SEA, params: {}, signal: new AbortController().signal, clocks: CLOCKS },
    { text: (delta) => deltas.push(delta), thinking: () => undefined },
  );
  vi.advanceTimersByTime(240);
  expect(deltas).toEqual([]);
  vi.advanceTimersByTime(240);
  expect(deltas.length).toBeGreaterThan(0);
  expect(deltas.every((delta) => delta.trim().split(/\s/).length === 1)).toBe(true);
  vi.advanceTimersByTime(60_000);
  expect((await done).ending).toBe("complete");
});

test("the demo lists its one model", async () => {
  expect(await demo.listModels(CONNECTION, new AbortController().signal)).toEqual([
    { id: "demo", label: "Demonstration (no language model)" },
  ]);
});
