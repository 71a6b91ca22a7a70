import { expect, test } from "vitest";
import { EMPTY_CASE } from "#lib/comparison/plan.ts";
import { loadLessons } from "#lib/library/library.server.ts";
import { compile } from "#lib/prompt/compile.ts";
import { createDemo } from "../demo.server.ts";
import { bundledAnswers } from "./bundled.server.ts";
import type { Pace } from "./pace.ts";

const CONNECTION = { baseUrl: "", apiKey: null, allowedHosts: [] };
const CLOCKS = { headersMs: 1, firstTokenMs: 1, idleMs: 1, totalMs: 1 };

const atOnce: Pace = {
  async play(score, emit) {
    for (const { text } of score) emit(text);
  },
};

const CELLS = loadLessons().flatMap((lesson) => {
  const cases = lesson.comparison.cases.length === 0 ? [EMPTY_CASE] : lesson.comparison.cases;
  return lesson.comparison.variants.flatMap(({ id, prompt }) =>
    cases.map((each) => ({
      cell: `${lesson.slug}/${id}/${each.id}`,
      messages: compile(prompt, each.values).messages,
      texts: (lesson.answers.get(id) ?? [])
        .filter((answer) => answer.case === each.id)
        .map(({ text }) => text),
    })),
  );
});

test.each(CELLS)("the demo replays $cell, sample by sample and round again", async ({ messages, texts }) => {
  const demo = createDemo({ pace: atOnce });
  expect(texts.length).toBeGreaterThan(0);
  for (let sampleIndex = 0; sampleIndex <= texts.length; sampleIndex += 1) {
    let text = "";
    const { origin, ending } = await demo.complete(
      CONNECTION,
      {
        model: "demo",
        messages,
        params: {},
        signal: new AbortController().signal,
        clocks: CLOCKS,
        sampleIndex,
      },
      { text: (delta) => (text += delta), thinking: () => expect.unreachable("the demo does not think") },
    );
    expect({ text, origin, ending }).toEqual({
      text: texts[sampleIndex % texts.length],
      origin: "bundled",
      ending: "complete",
    });
  }
});

test("a lesson's prompt with another value, or with its variable left open, has no bundled answer", () => {
  const lesson = loadLessons().find(({ slug }) => slug === "few-shot");
  const prompt = lesson?.comparison.variants[1]?.prompt;
  if (prompt === undefined) throw new Error("no lesson with cases");
  expect(bundledAnswers(compile(prompt, { ticket: "It leaks in light rain." }).messages)).toEqual([
    "Q3-FAULT",
  ]);
  expect(bundledAnswers(compile(prompt, { ticket: "It leaks in heavy rain." }).messages)).toBeUndefined();
  expect(bundledAnswers(compile(prompt).messages)).toBeUndefined();
});

test("a prompt far longer than any lesson's is not compared", () => {
  expect(bundledAnswers([{ role: "user", content: "a".repeat(20_001) }])).toBeUndefined();
});
