import { expect, test, vi } from "vitest";
import { createHistory } from "./history.server.ts";
import { setUp } from "./hub.fixture.ts";
import { titleOf } from "./titles.ts";

test("[R05] a history is its owner's alone: read, renamed, deleted by nobody else", async () => {
  const { hub, archive, order } = setUp();
  const history = createHistory(async () => archive, hub);
  const runId = await order({ title: "  My   poem " });
  for (const [owner, id] of [
    ["own_b", runId],
    ["own_a", "run_AAAAAAAAAAAAAAAAAAAAAA"],
  ] as const) {
    const gone = { code: "not-found", message: expect.stringContaining("no such run") };
    await expect(history.read(owner, id)).rejects.toMatchObject(gone);
    await expect(history.rename(owner, id, "mine")).rejects.toMatchObject(gone);
    await expect(history.remove(owner, id)).rejects.toMatchObject(gone);
  }
  expect(await history.removeAll("own_b")).toBe(0);
  expect(await history.list("own_b", { search: "", before: null, limit: 9 })).toEqual({
    runs: [],
    next: null,
  });
  const { run, request } = await history.read("own_a", runId);
  expect(run).toMatchObject({ runId, title: "My poem", status: "running", total: 2 });
  expect(request.variants.map(({ id }) => id)).toEqual(["before", "after"]);
  expect(request).not.toHaveProperty("title");
  await history.rename("own_a", runId, " Lake ");
  expect((await history.read("own_a", runId)).run.title).toBe("Lake");
  await hub.close(0);
});

test("a run that is deleted while it goes on is stopped and gone everywhere", async () => {
  const { hub, archive, order, calls } = setUp();
  const history = createHistory(async () => archive, hub);
  const runId = await order({});
  await vi.waitFor(() => expect(calls).toHaveLength(2));
  await history.remove("own_a", runId);
  expect(calls.every(({ request }) => request.signal.aborted)).toBe(true);
  await expect(hub.snapshot("own_a", runId)).rejects.toMatchObject({ code: "not-found" });
  await expect(hub.watch("own_a", runId, 0)).rejects.toMatchObject({ code: "not-found" });
});

test("[RS17] a run that is kept nowhere is deleted too: that it was there is enough", async () => {
  const { hub, archive, order, calls } = setUp();
  const history = createHistory(async () => archive, hub);
  const runId = await order({ keepDays: 0 });
  await vi.waitFor(() => expect(calls).toHaveLength(2));
  await history.remove("own_a", runId);
  expect(calls.every(({ request }) => request.signal.aborted)).toBe(true);
  await expect(history.remove("own_a", runId)).rejects.toMatchObject({ code: "not-found" });
  await order({ keepDays: 0 });
  await order({});
  await order({}, "own_b");
  expect(await history.removeAll("own_a")).toBe(2);
  await hub.close(0);
});

test("pages follow each other without a gap", async () => {
  const { hub, archive, order } = setUp();
  const history = createHistory(async () => archive, hub);
  const made: string[] = [];
  for (let run = 0; run < 5; run += 1) made.push(await order({ title: `Run ${run}` }));
  const seen: string[] = [];
  let before: string | null = null;
  do {
    const page = await history.list("own_a", { search: "", before, limit: 2 });
    expect(page.runs.length).toBeLessThanOrEqual(2);
    seen.push(...page.runs.map(({ runId }) => runId));
    before = page.next;
  } while (before !== null);
  expect(seen).toHaveLength(5);
  expect([...seen].sort()).toEqual([...made].sort());
  await hub.close(0);
});

test("a run without a title is called by the first words of its prompt, on one line and cut between characters", async () => {
  const variants = (text: string) => [
    {
      id: "before",
      label: "",
      prompt: { kind: "text" as const, text },
      model: { provider: "demo", model: "demo" },
      params: {},
    },
  ];
  expect(titleOf({ variants: variants("Generate\n a poem.") })).toBe("Generate a poem.");
  const long = titleOf({ variants: variants("🌊".repeat(200)) });
  expect(Array.from(long)).toHaveLength(80);
  expect(long.isWellFormed()).toBe(true);
  expect(titleOf({ title: " Given ", variants: [] })).toBe("Given");
});
