import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createModelPace } from "./pace.ts";
import { scoreOf } from "./score.ts";

const TEXT = "The lake wakes smiling, and lifts a second sun to meet the first.\n".repeat(20);
const never = new AbortController().signal;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

test("a score is the text in word-sized pieces, the first after 250 to 450 ms, at 60 to 90 tokens a second", () => {
  const speeds = new Set<number>();
  for (let sample = 0; sample < 20; sample++) {
    const score = scoreOf(TEXT, sample);
    expect(score.map((beat) => beat.text).join("")).toBe(TEXT);
    for (const beat of score) expect(beat.text.trim()).not.toMatch(/\s/);
    const first = score[0]?.atMs ?? 0;
    expect(first).toBeGreaterThanOrEqual(250);
    expect(first).toBeLessThanOrEqual(450);
    const seconds = ((score.at(-1)?.atMs ?? 0) - first) / 1_000;
    const tokensPerSecond = TEXT.length / 4 / seconds;
    expect(tokensPerSecond).toBeGreaterThan(52);
    expect(tokensPerSecond).toBeLessThan(104);
    speeds.add(Math.round(tokensPerSecond));
  }
  expect(speeds.size).toBeGreaterThan(5);
});

test("the same text and sample are always paced alike", () => {
  expect(scoreOf(TEXT, 3)).toEqual(scoreOf(TEXT, 3));
  expect(scoreOf(TEXT, 3)).not.toEqual(scoreOf(TEXT, 4));
});

test("a long run without spaces arrives in pieces, characters outside the BMP whole", () => {
  const text = "😀".repeat(1_000);
  const score = scoreOf(text, 0);
  expect(score.length).toBe(25);
  expect(score.every((beat) => beat.text.isWellFormed())).toBe(true);
});

test("beats are emitted when they are due, not before, and the promise resolves after the last", async () => {
  const pace = createModelPace();
  let text = "";
  const beats = [
    { atMs: 300, text: "one " },
    { atMs: 340, text: "two" },
  ];
  const done = pace.play(beats, (delta) => (text += delta), never);
  vi.advanceTimersByTime(280);
  expect(text).toBe("");
  vi.advanceTimersByTime(20);
  expect(text).toBe("one ");
  vi.advanceTimersByTime(40);
  await done;
  expect(text).toBe("one two");
  expect(vi.getTimerCount()).toBe(0);
});

test("two hundred answers at once share one timer, which ends with the last", async () => {
  const pace = createModelPace();
  const texts: string[][] = Array.from({ length: 200 }, () => []);
  const playing = texts.map((deltas, i) => pace.play(scoreOf(TEXT, i), (delta) => deltas.push(delta), never));
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(60_000);
  await Promise.all(playing);
  expect(texts.every((deltas) => deltas.join("") === TEXT)).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});

test("aborting resolves at once, and nothing is emitted after it", async () => {
  const pace = createModelPace();
  const controller = new AbortController();
  let deltas = 0;
  const done = pace.play(scoreOf(TEXT, 0), () => (deltas += 1), controller.signal);
  vi.advanceTimersByTime(1_000);
  const before = deltas;
  expect(before).toBeGreaterThan(0);
  controller.abort();
  await done;
  vi.advanceTimersByTime(10_000);
  expect(deltas).toBe(before);
  expect(vi.getTimerCount()).toBe(0);
});

test("aborting from inside a delta stops before the next one of the same tick", async () => {
  const pace = createModelPace();
  const controller = new AbortController();
  const seen: string[] = [];
  const beats = ["a", "b", "c"].map((text) => ({ atMs: 0, text }));
  const done = pace.play(
    beats,
    (delta) => {
      seen.push(delta);
      controller.abort();
    },
    controller.signal,
  );
  vi.advanceTimersByTime(20);
  await done;
  expect(seen).toEqual(["a"]);
});

test("a signal that was aborted before the call plays nothing", async () => {
  const pace = createModelPace();
  await pace.play([{ atMs: 0, text: "never" }], () => expect.unreachable(), AbortSignal.abort());
  expect(vi.getTimerCount()).toBe(0);
});

test("a sink that throws rejects its own answer and leaves the others playing", async () => {
  const pace = createModelPace();
  let text = "";
  const bad = pace.play(
    [{ atMs: 0, text: "x" }],
    () => {
      throw new Error("reader gone");
    },
    never,
  );
  const good = pace.play([{ atMs: 100, text: "still here" }], (delta) => (text += delta), never);
  const failed = expect(bad).rejects.toThrow("reader gone");
  vi.advanceTimersByTime(120);
  await failed;
  await good;
  expect(text).toBe("still here");
});

test("an empty score resolves without a delta", async () => {
  const done = createModelPace().play([], () => expect.unreachable(), never);
  vi.advanceTimersByTime(20);
  await done;
});
