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

function storage(kept = new Map<string, string>()) {
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
    duplicate: () => storage(new Map(kept)),
  };
}

/** Goes to a tab: a new one, or the one that is given. */
function goTo(tab = storage()) {
  vi.stubGlobal("sessionStorage", tab);
  return tab;
}

/** What a page shows that is opened, or loaded again, in the tab one is in. */
async function shown(): Promise<string | undefined> {
  const { store, arrive, leave } = page();
  await arrive();
  leave();
  return store.getState().comparison.title;
}

function write(title: string): void {
  const { type, leave } = page();
  type(title);
  leave();
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("localStorage", storage());
  goTo();
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

test("[R63] a reload brings back what that tab held; a new tab begins with what was written last", async () => {
  const a = goTo();
  const first = page();
  const b = goTo();
  const second = page();
  goTo(a);
  first.type("of a");
  vi.advanceTimersByTime(1_000);
  goTo(b);
  second.type("of b");
  vi.advanceTimersByTime(1_000);
  goTo(a);
  first.leave();
  expect(await shown()).toBe("of a");
  goTo(b);
  expect(await shown()).toBe("of b");
  goTo();
  expect(await shown()).toBe("of b");
});

test("[R63] what a tab found when it was opened stays its own, and so does what a duplicated tab took along", async () => {
  const a = goTo();
  write("of a");
  const b = goTo();
  expect(await shown()).toBe("of a");
  const copy = goTo(a.duplicate());
  const written = page();
  await written.arrive();
  written.type("of the copy");
  written.leave();
  for (const [tab, title] of [
    [a, "of a"],
    [b, "of a"],
    [copy, "of the copy"],
  ] as const) {
    goTo(tab);
    expect(await shown()).toBe(title);
  }
});

test("[R63] starting over forgets this tab's text for every tab opened later, and no other tab's", async () => {
  const a = goTo();
  const { store, type, leave } = page();
  type("of a");
  vi.advanceTimersByTime(1_000);
  store.getState().replaceComparison(initial);
  leave();
  expect(await shown()).toBe("initial");
  const b = goTo();
  expect(await shown()).toBe("initial");
  write("of b");
  goTo(a);
  expect(await shown()).toBe("initial");
  const again = page();
  again.type("once more");
  again.store.getState().replaceComparison(initial);
  again.leave();
  goTo(b);
  expect(await shown()).toBe("of b");
  goTo();
  expect(await shown()).toBe("of b");
});

test.each([
  { what: "the tab's storage is switched off", tab: { getItem: full, setItem: full, removeItem: full } },
  { what: "the tab's storage is full", tab: { setItem: full } },
])("[R63] where $what, a reload brings what was written last", async ({ tab }) => {
  const a = goTo();
  write("older");
  vi.stubGlobal("sessionStorage", { ...a, ...tab });
  const { arrive, type, leave, store } = page();
  await arrive();
  type("newer");
  vi.advanceTimersByTime(1_000);
  expect(await shown()).toBe("newer");
  store.getState().replaceComparison(initial);
  leave();
  expect(await shown()).toBe("initial");
});

test("[R63] where only the tab's storage takes it, a reload still brings it back", async () => {
  vi.stubGlobal("localStorage", { getItem: full, setItem: full, removeItem: full });
  write("typed");
  expect(await shown()).toBe("typed");
});
