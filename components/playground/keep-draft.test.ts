import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readDraft, readEarlier, replaceEarlier, saveDraft } from "./draft.ts";
import type { Engine } from "./engine.ts";
import { engine } from "./engine-core.ts";
import { bringBackEarlier, keepDraft } from "./keep-draft.ts";
import { createPlaygroundStore } from "./store.ts";

const doc = (title: string) =>
  engine.restore({
    title,
    variants: ["before", "after"].map((id) => ({
      id,
      prompt: { kind: "text", text: "Write." },
      model: { provider: "demo", model: "demo" },
      params: {},
    })),
  });
const initial = doc("initial");
const titled = (title: string) => expect.objectContaining({ title });

/** A page whose rules arrive when they are told to. */
function page() {
  const store = createPlaygroundStore({ initial, firstPaint: { chips: {}, contract: [] } });
  const rules = Promise.withResolvers<Engine>();
  store.setState({ loadEngine: () => rules.promise });
  let isThere = false;
  const leave = keepDraft(store, (there) => {
    isThere = there;
  });
  const arrive = async () => {
    rules.resolve(engine);
    await rules.promise;
  };
  const type = (title: string) => store.setState({ comparison: doc(title) });
  return { store, arrive, leave, isThere: () => isThere, type };
}

function full(): never {
  throw new Error("full");
}

beforeEach(() => {
  vi.useFakeTimers();
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  vi.stubGlobal("addEventListener", () => undefined);
  vi.stubGlobal("removeEventListener", () => undefined);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("[R63] the stored draft comes back, and what is written from then on takes its place", async () => {
  saveDraft("", doc("stored"));
  const { store, arrive, type, isThere } = page();
  vi.advanceTimersByTime(1_000);
  expect(readDraft("")).toEqual(titled("stored"));
  await arrive();
  expect(store.getState().comparison).toEqual(titled("stored"));
  type("more");
  vi.advanceTimersByTime(1_000);
  expect(readDraft("")).toEqual(titled("more"));
  expect(isThere()).toBe(false);
});

test.each(["saved", "not saved yet"])(
  "[R63] typing before the rules are there (%s) loses neither what is typed nor the stored draft",
  async (when) => {
    saveDraft("", doc("stored"));
    const { store, arrive, type, isThere } = page();
    type("typed");
    if (when === "saved") vi.advanceTimersByTime(1_000);
    await arrive();
    expect(store.getState().comparison).toEqual(titled("typed"));
    expect([readDraft(""), readEarlier("")]).toEqual([titled("typed"), titled("stored")]);
    expect(isThere()).toBe(true);
    await bringBackEarlier(store);
    expect(store.getState().comparison).toEqual(titled("stored"));
    expect(readEarlier("")).toEqual(titled("typed"));
    vi.advanceTimersByTime(1_000);
    expect(readDraft("")).toEqual(titled("stored"));
  },
);

test("[R63] it is offered after a reload too, and several are kept until somebody deletes them", () => {
  saveDraft("", doc("first"));
  const one = page();
  one.type("second");
  one.leave();
  const two = page();
  expect(two.isThere()).toBe(true);
  two.type("third");
  two.leave();
  expect([readDraft(""), readEarlier("")]).toEqual([titled("third"), titled("second")]);
  replaceEarlier("", null);
  expect(readEarlier("")).toEqual(titled("first"));
  replaceEarlier("", null);
  expect(readEarlier("")).toBeNull();
});

test("[R63] without room for both, neither draft is overwritten by the other", async () => {
  saveDraft("", doc("stored"));
  const one = page();
  vi.stubGlobal("localStorage", { ...localStorage, setItem: full });
  one.type("typed");
  vi.advanceTimersByTime(1_000);
  await one.arrive();
  expect(readDraft("")).toEqual(titled("stored"));
  expect(one.store.getState().comparison).toEqual(titled("typed"));
});
