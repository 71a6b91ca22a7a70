import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type FakeProvider, startFakeProvider } from "#e2e/fake-provider.ts";
import { AppError } from "#lib/base/errors.ts";
import { createGate } from "#lib/runs/gate.server.ts";
import { dataOf, eventsOf, judgeBody, judgingWith, KEY, PLEA, SUNRISE, TREES } from "./judging.fixture.ts";

let fake: FakeProvider;
beforeAll(async () => {
  fake = await startFakeProvider();
});
afterEach(() => fake.reset());
afterAll(() => fake.close());

const judge = (body: unknown) => eventsOf(judgingWith(fake).start(body));
/** Waits until so many calls have sent so many tokens. */
const answering = (count: number, tokens = 1) =>
  vi.waitFor(
    () => expect(fake.calls().filter(({ tokensSent }) => tokensSent >= tokens)).toHaveLength(count),
    { timeout: 5_000 },
  );
const bodiesSent = () => fake.calls().map(({ body }) => JSON.stringify(body));
const PAIRS = Array.from({ length: 12 }, (_, index) => ({
  id: `p${index}`,
  a: `${TREES} ${index}`,
  b: `${SUNRISE} ${index}`,
}));

describe.each(["openai", "anthropic"])("through %s's own SDK", (provider) => {
  const on = (model: string, rest: Record<string, unknown> = {}) =>
    judge(judgeBody(model, { judge: { provider, model }, ...rest }));

  test("[JD1][JD2][JD17] an honest judge names the better text in both orders", async () => {
    const events = await on("fake/judge-honest");
    expect(events.map(({ type }) => type)).toEqual(["judge-start", "pair-judged", "judge-end"]);
    expect(dataOf(events, "judge-start")).toEqual([
      {
        judge: { provider, model: "fake/judge-honest" },
        promptVersion: "judge-1",
        mode: "pairwise",
        calls: 2,
      },
    ]);
    expect(dataOf(events, "pair-judged")).toMatchObject([
      {
        pair: "1",
        criterion: "closing",
        winner: "b",
        orders: [
          { first: "a", choice: "b", quote: { start: 0, text: "A golden light first kisses the water." } },
          { first: "b", choice: "b" },
        ],
      },
    ]);
    expect(dataOf(events, "judge-end")).toMatchObject([
      { status: "complete", calls: 2, promptVersion: "judge-1", judge: { provider } },
    ]);
    expect(fake.calls()).toHaveLength(2);
  });

  test("[JD2][JD19] a judge that always prefers the first place decides nothing, and is seen to", async () => {
    const events = await on("fake/judge-first", { pairs: PAIRS.slice(0, 5) });
    expect(dataOf(events, "pair-judged").map(({ winner, because }) => [winner, because])).toEqual(
      Array.from({ length: 5 }, () => ["tie", "orders-disagree"]),
    );
    expect(dataOf(events, "judge-end")[0]?.bias).toMatchObject({
      position: { answers: 10, first: 10 },
      lengths: { decided: 0 },
    });
  });

  test("[JD8] a text that says “choose me” does not win, although the judge obeys it in both orders", async () => {
    const events = await on("fake/judge-obeys", { pairs: [{ id: "1", a: SUNRISE, b: PLEA }] });
    expect(dataOf(events, "pair-judged")).toMatchObject([
      {
        winner: "undecided",
        because: "speaks-to-judge",
        orders: [{ choice: "b" }, { choice: "b" }],
      },
    ]);
  });

  test.each([
    ["judge-garbage", "unparsable"],
    ["judge-both", "unparsable"],
    ["judge-invents", "no-quote"],
    ["judge-refuses", "refused"],
    ["empty-output", "empty"],
    ["clean-eof-3", "interrupted"],
    ["json", "failed"],
  ])("[JD3][JD5] %s decides nothing", async (scenario, because) => {
    const events = await on(`fake/${scenario}`);
    for (const { winner, because: why } of dataOf(events, "pair-judged")) {
      expect(winner).toBe("undecided");
      expect(why).toBe(because);
    }
    expect(dataOf(events, "judge-end")[0]?.bias?.lengths.decided).toBe(0);
  });

  test("[JD4] a rubric asks once for each output; a yes with a true quote stands, an invented one does not", async () => {
    const rubric = {
      mode: "rubric",
      criteria: [
        { id: "joy", text: "It is joyful." },
        { id: "end", text: "It ends with hope." },
      ],
    };
    const yes = dataOf(await on("fake/judge-yes", rubric), "output-judged");
    expect(yes.map(({ side }) => side).sort()).toEqual(["a", "b"]);
    for (const { items } of yes) expect(items.map(({ answer }) => answer)).toEqual(["yes", "yes"]);
    const invented = dataOf(await on("fake/judge-invents", rubric), "output-judged");
    for (const { items } of invented) {
      expect(items.map(({ answer, because }) => [answer, because])).toEqual([
        ["undecided", "no-quote"],
        ["undecided", "no-quote"],
      ]);
    }
    expect(fake.calls()).toHaveLength(4);
  });
});

test("[JD19] a taste for long texts shows in the lengths of winners and losers", async () => {
  const events = await judge(judgeBody("fake/judge-long", { pairs: PAIRS.slice(0, 4) }));
  const lengths = dataOf(events, "judge-end")[0]?.bias?.lengths;
  expect(lengths).toMatchObject({ decided: 4, longerWon: 4 });
  expect(lengths?.meanWinnerChars).toBeGreaterThan(lengths?.meanLoserChars ?? Number.POSITIVE_INFINITY);
});

test("[JD6][R06] the provider gets texts and criterion: no id, no side, and the key only as its header", async () => {
  const frames = judgingWith(fake).start(
    judgeBody("fake/judge-honest", {
      criteria: [{ id: "criterion-id", text: "Tone." }],
      pairs: [{ id: "pair-id-before-after", a: TREES, b: SUNRISE }],
    }),
  );
  const answered = await new Response(frames).text();
  for (const body of bodiesSent()) expect(body).not.toMatch(/criterion-id|pair-id|CANARY/);
  expect(fake.calls().map(({ key }) => key)).toEqual([KEY, KEY]);
  expect(answered).not.toContain("CANARY");
});

test("[JD7] no two calls share a fence", async () => {
  await judge(judgeBody("fake/judge-honest", { pairs: PAIRS }));
  const codes = bodiesSent().map((body) => /\[\[TEXT 1 ([0-9a-f]{16})\]\]/.exec(body)?.[1]);
  expect(codes).toHaveLength(24);
  expect(new Set(codes).size).toBe(24);
  expect(codes).not.toContain(undefined);
});

test("[JD21] nothing goes with the texts but a bound of the answer, and what was asked for", async () => {
  const keys = (index: number) => {
    const body = fake.calls()[index]?.body;
    return typeof body === "object" && body !== null ? body : {};
  };
  await judge(judgeBody("fake/judge-honest"));
  expect(keys(0)).toMatchObject({ max_completion_tokens: 400 });
  expect(Object.keys(keys(0)).sort()).toEqual([
    "max_completion_tokens",
    "messages",
    "model",
    "stream",
    "stream_options",
  ]);
  fake.reset();
  await judge(judgeBody("fake/judge-honest", { params: { temperature: 0, maxTokens: 90 } }));
  expect(keys(0)).toMatchObject({ max_completion_tokens: 90, temperature: 0 });
});

describe("[JD10] is refused before anything is paid for", () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ id: `p${index}`, a: `a${index}`, b: `b${index}` }));
  test.each<[string, Record<string, unknown>, string, string, RegExp]>([
    ["more than 100 calls", { pairs: many(51) }, "too-many-calls", "pairs", /102 times.*at most 100/],
    [
      "more than 200 KB of text",
      { pairs: [{ id: "1", a: "é".repeat(60_000), b: "x".repeat(90_000) }] },
      "body-too-large",
      "pairs",
      /206 KB.*200 KB/,
    ],
    [
      "a pair over the judge's window",
      {
        judge: { provider: "openai", model: "gpt-4" },
        pairs: [...many(1), { id: "x", a: "w ".repeat(40_000), b: "y" }],
      },
      "prompt-too-long",
      "pairs.1",
      /tokens; gpt-4 takes 8,192/,
    ],
    ["twins among the pairs", { pairs: [...many(1), ...many(1)] }, "invalid-body", "pairs.1.id", /twice/],
    ["a provider without a key", { judge: { provider: "mistral", model: "m" } }, "no-key", "judge", /key/],
    [
      "[JD11] the demo as a judge",
      { judge: { provider: "demo", model: "demo" } },
      "invalid-body",
      "judge",
      /cannot judge/,
    ],
  ])("%s", (_name, rest, code, field, message) => {
    let refusal: unknown = null;
    try {
      judgingWith(fake).start(judgeBody("fake/judge-honest", rest));
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(AppError);
    expect(refusal).toMatchObject({ code, field, message: expect.stringMatching(message) });
    expect(fake.calls()).toHaveLength(0);
  });

  test("[JD10] exactly 100 calls are made when asked for", async () => {
    const events = await judge(judgeBody("fake/judge-honest", { pairs: many(50) }));
    expect(dataOf(events, "pair-judged")).toHaveLength(50);
    expect(fake.calls()).toHaveLength(100);
  });
});

test("[JD12] equal texts tie and an empty text is undecided without a call", async () => {
  const pairs = [
    { id: "same", a: TREES, b: TREES },
    { id: "none", a: TREES, b: " \n" },
  ];
  const events = await judge(judgeBody("fake/judge-honest", { pairs }));
  expect(dataOf(events, "pair-judged")).toMatchObject([
    { pair: "same", winner: "tie", because: "identical", orders: [], costUsd: 0 },
    { pair: "none", winner: "undecided", because: "nothing-to-judge", orders: [], costUsd: 0 },
  ]);
  expect(dataOf(events, "judge-end")).toMatchObject([{ status: "complete", calls: 0, costUsd: 0 }]);
  const rubric = await judge(judgeBody("fake/judge-yes", { mode: "rubric", pairs: pairs.slice(1) }));
  expect(dataOf(rubric, "output-judged").map(({ side, items }) => [side, items[0]?.because])).toEqual([
    ["b", "nothing-to-judge"],
    ["a", undefined],
  ]);
  expect(fake.calls()).toHaveLength(1);
});

describe("calls", () => {
  test("[JD13] at most eight are open at once, and the gate of the key is passed by every one", async () => {
    const { judging, start } = judgingWith(fake);
    const leaving = start(judgeBody("fake/held", { pairs: PAIRS }));
    await answering(8, 5);
    expect(judging.running()).toBe(1);
    await leaving.cancel();
    await vi.waitFor(() => expect(judging.running()).toBe(0));
    expect(fake.calls()).toHaveLength(8);
    fake.reset();

    const narrow = judgingWith(fake, createGate(2));
    const held = narrow.start(judgeBody("fake/held", { pairs: PAIRS }));
    await answering(2, 5);
    expect(fake.calls()).toHaveLength(2);
    await held.cancel();
  });

  test("[JD13][R27] a failure that passes is tried again by the one policy, and the verdict stands", async () => {
    const events = await judge(judgeBody("fake/first-1-503"));
    expect(dataOf(events, "pair-judged")).toMatchObject([{ winner: "b" }]);
    expect(
      fake
        .calls()
        .map(({ status }) => status)
        .sort(),
    ).toEqual([200, 200, 503]);
  });

  test("[JD14][R35] when the reader leaves, every connection to the provider closes at once and none is opened", async () => {
    const { judging, start, defects } = judgingWith(fake);
    const frames = start(judgeBody("fake/held", { pairs: PAIRS }));
    await answering(8);
    const leftAt = performance.now();
    await frames.cancel();
    await fake.until((calls) => calls.every(({ clientClosedAtMs }) => clientClosedAtMs !== null), 2_000);
    expect(performance.now() - leftAt).toBeLessThan(500);
    await vi.waitFor(() => expect(judging.running()).toBe(0));
    expect(fake.calls()).toHaveLength(8);
    expect(defects).toEqual([]);
  });

  test("[JD14][R35] the same when the request itself is aborted, or the server stops", async () => {
    for (const way of ["request", "server"] as const) {
      fake.reset();
      const request = new AbortController();
      const { judging, start, defects } = judgingWith(fake);
      const events = eventsOf(start(judgeBody("fake/held"), request.signal));
      await answering(2);
      if (way === "request") request.abort();
      else judging.stopAll();
      expect(dataOf(await events, "pair-judged")).toMatchObject([
        { winner: "undecided", because: "stopped" },
      ]);
      expect(dataOf(await events, "judge-end")).toMatchObject([{ status: "stopped", calls: 2 }]);
      await fake.until((calls) => calls.every(({ clientClosedAtMs }) => clientClosedAtMs !== null));
      expect(judging.running()).toBe(0);
      expect(defects).toEqual([]);
      if (way === "server") expect(() => start(judgeBody("fake/judge-honest"))).toThrow(/restart/);
    }
  });

  test("[JD16][R06] a wrong key ends it: the rest is not asked, the sentence says why and not the key", async () => {
    const frames = judgingWith(fake).start(judgeBody("fake/401-echo-key", { pairs: PAIRS }));
    const [forReading, forSearching] = frames.tee();
    const events = await eventsOf(forReading);
    expect(dataOf(events, "judge-error")).toMatchObject([{ code: "wrong-key" }]);
    expect(dataOf(events, "judge-end")).toMatchObject([{ status: "failed", costUsd: 0 }]);
    expect(fake.calls().length).toBeLessThanOrEqual(8);
    expect(await new Response(forSearching).text()).not.toContain("CANARY");
  });

  test("[JD16] so do five failed calls in a row; what is judged so far was told", async () => {
    const events = await judge(
      judgeBody("fake/malformed-json-0", {
        pairs: PAIRS.concat(PAIRS.map((pair) => ({ ...pair, id: `${pair.id}x` }))),
      }),
    );
    expect(dataOf(events, "judge-end")[0]?.status).toBe("failed");
    expect(dataOf(events, "judge-error")).toHaveLength(1);
    expect(fake.calls().length).toBeLessThanOrEqual(12);
    for (const { winner } of dataOf(events, "pair-judged")) expect(winner).toBe("undecided");
  });
});

describe("[JD15] usage and cost", () => {
  test("[JD15] are the provider's own counts, priced, summed over both orders and over all pairs", async () => {
    const events = await judge(judgeBody("gpt-4.1-mini", { pairs: PAIRS.slice(0, 3) }));
    const judged = dataOf(events, "pair-judged");
    const [end] = dataOf(events, "judge-end");
    expect(judged.map(({ winner }) => winner)).toEqual(["b", "b", "b"]);
    for (const { costUsd, usage } of judged) {
      expect(usage).toMatchObject({ estimated: false });
      expect(costUsd).toBeCloseTo((usage.inputTokens * 0.4 + usage.outputTokens * 1.6) / 1_000_000, 12);
    }
    expect(end?.costUsd).toBeCloseTo(
      judged.reduce((sum, { costUsd }) => sum + (costUsd ?? Number.NaN), 0),
      12,
    );
    expect(end?.usage.inputTokens).toBe(judged.reduce((sum, { usage }) => sum + usage.inputTokens, 0));
  });

  test("[JD15][R34] unknown prices stay unknown, and a provider without counts is estimated, never free", async () => {
    const [honest] = dataOf(await judge(judgeBody("fake/judge-honest")), "judge-end");
    expect(honest?.costUsd).toBeNull();
    const [uncounted] = dataOf(await judge(judgeBody("fake/usage-missing")), "judge-end");
    expect(uncounted?.usage.estimated).toBe(true);
    expect(uncounted?.usage.outputTokens).toBeGreaterThan(0);
  });
});
