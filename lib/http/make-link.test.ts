import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { newId } from "#lib/base/ids.ts";
import { openStorage, type Storage } from "#lib/db/storage.server.ts";
import { createHistory } from "#lib/runs/history.server.ts";
import { setUp as setUpHub } from "#lib/runs/hub.fixture.ts";
import { createSubmissions } from "#lib/runs/submissions.server.ts";
import { createLinks, type MadeLink } from "#lib/sharing/links.server.ts";
import { shareRequestSchema } from "#lib/sharing/share-request.ts";
import { aComparison, anAnswer } from "#lib/sharing/sharing.fixture.ts";
import { makeLink } from "./make-link.server.ts";

const ME = { id: "own_a", isNew: false };
const OTHER = { id: "own_b", isNew: false };

const SECRET = "a-secret-for-tests-of-at-least-32-characters";

let dataDir: string;
let storage: Storage;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "afterprompt-make-link-"));
  storage = await openStorage({ dataDir, databaseUrl: null });
});
afterAll(async () => {
  await storage.close();
  await rm(dataDir, { recursive: true });
});

/** A process: its memory is its own, its secret and its storage are those of every other. */
function setUp(perHour?: number) {
  const around = setUpHub();
  const { hub, archive } = around;
  const services = {
    hub,
    history: createHistory(async () => archive, hub),
    links: createLinks({
      secret: SECRET,
      shelf: async () => storage.shelf,
      ...(perHour === undefined ? {} : { perHour }),
    }),
    linkSubmissions: createSubmissions<MadeLink>(),
  };
  const share = (body: object, owner = ME, idempotency: { key: string; bodyHash: string } | null = null) =>
    makeLink(services, owner, shareRequestSchema.parse(body), idempotency);
  const shown = async (id: string) => (await services.links.read(id))?.snapshot;
  /** A run whose answers are these, in the order of its calls; it is over when this resolves. */
  const ranWith = async (texts: readonly (string | null)[], request = {}) => {
    const from = around.calls.length;
    const runId = await around.order(request);
    await vi.waitFor(() => expect(around.calls).toHaveLength(from + texts.length));
    for (const [at, text] of texts.entries()) {
      const call = around.calls[from + at];
      if (text === null) call?.fail(new Error("the provider failed"));
      else call?.sink.text(text);
      if (text !== null) call?.finish();
    }
    await vi.waitFor(async () => expect((await hub.snapshot("own_a", runId)).status).not.toBe("running"));
    return runId;
  };
  return { ...around, services, share, shown, ranWith };
}

const textsOf = (snapshot: { run: { samples: { text: string }[] } | null } | undefined) =>
  snapshot?.run?.samples.map(({ text }) => text).sort();

test("[SL1] a kept run is shared from the server's own record, with its prompts", async () => {
  const { ranWith, share, shown, services } = setUp();
  const runId = await ranWith(["One.", "Two."], { title: "Lake" });
  const { id } = await share({ runId });
  const snapshot = await shown(id);
  expect(snapshot?.run?.source).toBe("recorded");
  expect(textsOf(snapshot)).toEqual(["One.", "Two."]);
  const { request } = await services.history.read("own_a", runId);
  expect(snapshot?.comparison).toMatchObject({ title: "Lake", variants: request.variants });
});

test("[R05] another owner's run is shared by nobody, and is told apart from none by nothing", async () => {
  const { ranWith, share } = setUp();
  const runId = await ranWith(["One.", "Two."]);
  const refusals = await Promise.all(
    [runId, newId("run")].map((id) => share({ runId: id }, OTHER).catch((error: Error) => error)),
  );
  expect(refusals[0]).toMatchObject({ code: "not-found" });
  expect(refusals[0]).toEqual(refusals[1]);
  await expect(share({ runId: await ranWith(["1", "2"]), laterRuns: [newId("run")] })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("[SL3] the answers of a run stand only under the prompts that brought them; title and checks may differ", async () => {
  const { ranWith, share, shown, services } = setUp();
  const runId = await ranWith(["One.", "Two."]);
  const { variants } = (await services.history.read("own_a", runId)).request;
  const comparison = aComparison({
    title: "Mine",
    variants,
    checks: [{ id: "short", constraint: { kind: "lines", op: "exactly", n: 1 } }],
  });
  const snapshot = await shown((await share({ runId, comparison })).id);
  expect(snapshot?.comparison.title).toBe("Mine");
  expect(snapshot?.run?.samples.map(({ checks }) => checks[0]?.result)).toEqual(["pass", "pass"]);
  expect(snapshot?.run?.contractChanged, "[VD21] the run was asked for without this check").toBe(true);
  const other = structuredClone(comparison);
  Object.assign(other.variants[0] ?? {}, { prompt: { kind: "text", text: "Another prompt." } });
  await expect(share({ runId, comparison: other })).rejects.toMatchObject({ code: "conflict" });
  const model = structuredClone(comparison);
  Object.assign(model.variants[0]?.model ?? {}, { model: "a-better-one" });
  await expect(share({ runId, comparison: model })).rejects.toMatchObject({ code: "conflict" });
});

test("[VD21] the server's record tells whether the contract was changed after the answers", async () => {
  const { ranWith, share, shown, services } = setUp();
  const lines = { id: "lines", hard: true, constraint: { kind: "lines", op: "exactly", n: 1 } };
  const words = { id: "words", hard: true, constraint: { kind: "words", op: "at-most", n: 9 } };
  const runId = await ranWith(["One.", "Two."], { checks: [lines, words], off: ["words"] });
  const { variants } = (await services.history.read("own_a", runId)).request;
  const changed = async (checks: object[], off?: string[]) => {
    const comparison = aComparison({ variants, checks, settings: { samples: 1, ...(off && { off }) } });
    return (await shown((await share({ runId, comparison })).id))?.run?.contractChanged;
  };
  expect((await shown((await share({ runId })).id))?.comparison.settings.off).toEqual(["words"]);
  expect(await changed([lines, words], ["words"])).toBeUndefined();
  expect(await changed([{ ...lines, label: "a single line" }])).toBeUndefined();
  expect(await changed([lines, words])).toBe(true);
  expect(await changed([words])).toBe(true);
  const reported = { comparison: aComparison(), samples: [], contractChanged: true };
  expect((await shown((await share(reported)).id))?.run?.contractChanged).toBe(true);
});

test("[SL1] a sample that was made again counts as it is now", async () => {
  const { ranWith, share, shown } = setUp();
  const runId = await ranWith(["One.", "Two."]);
  const [before, after] = ["before", "after"].map((variant) => ({ variant, case: "1", sample: 0 }));
  const again = await ranWith(["Three."], { only: [before] });
  expect(textsOf(await shown((await share({ runId, laterRuns: [again] })).id))).toEqual(["Three.", "Two."]);
  const failed = await ranWith([null], { only: [after] });
  const link = await share({ runId, laterRuns: [again, failed] });
  expect(textsOf(await shown(link.id))).toEqual(["Three."]);
});

test("[SL6] the runs of a link are read one after the other, and no further than a link can hold", async () => {
  const { ranWith, share, services } = setUp();
  const reads: string[] = [];
  let open = 0;
  let most = 0;
  const watched = <Args extends unknown[], Answer>(read: (...args: Args) => Promise<Answer>) =>
    async function watching(...args: Args): Promise<Answer> {
      reads.push(String(args[1]));
      open += 1;
      most = Math.max(most, open);
      try {
        return await read(...args);
      } finally {
        open -= 1;
      }
    };
  services.history = { ...services.history, read: watched(services.history.read) };
  services.hub = { ...services.hub, snapshot: watched(services.hub.snapshot) };
  const small = await ranWith(["One.", "Two."]);
  const later = [await ranWith(["Three.", "Four."]), await ranWith(["Five.", "Six."])];
  reads.length = 0;
  await share({ runId: small, laterRuns: later });
  expect(new Set(reads)).toEqual(new Set([small, ...later]));
  expect(most).toBe(1);

  const large = await ranWith(
    Array.from({ length: 6 }, () => "word ".repeat(180_000)),
    { samples: 3 },
  );
  reads.length = 0;
  await expect(share({ runId: small, laterRuns: [large, ...later] })).rejects.toMatchObject({
    code: "body-too-large",
  });
  expect(new Set(reads)).toEqual(new Set([small, large]));
});

test("[SL3] a run of other prompts is refused at the first look, without a second", async () => {
  const { ranWith, share, services } = setUp();
  const runId = await ranWith(["One.", "Two."]);
  const snapshot = vi.fn(services.hub.snapshot);
  services.hub = { ...services.hub, snapshot };
  await expect(share({ runId, comparison: aComparison() })).rejects.toMatchObject({ code: "conflict" });
  expect(snapshot).not.toHaveBeenCalled();
});

test("[SL1] a run that goes on is not shared yet, and one side alone is no comparison", async () => {
  const { order, share, ranWith, services, hub, calls } = setUp();
  const running = await order({});
  await expect(share({ runId: running })).rejects.toMatchObject({ code: "conflict" });
  await hub.stop("own_a", running);
  const { variants } = (await services.history.read("own_a", running)).request;
  await vi.waitFor(async () => expect((await hub.snapshot("own_a", running)).status).toBe("stopped"));
  expect(calls).toHaveLength(2);
  const single = await ranWith(["One."], { variants: variants.slice(0, 1) });
  await expect(share({ runId: single })).rejects.toMatchObject({ code: "invalid-body", field: "runId" });
});

test("[SL3] answers from elsewhere are marked as that, whatever they say of themselves", async () => {
  const { share, shown } = setUp();
  const { thinking: _thinking, costUsd: _cost, kept: _kept, ...answer } = anAnswer();
  const { cachedInputTokens: _cached, ...usage } = answer.usage;
  const samples = [{ ...answer, usage }];
  const snapshot = await shown((await share({ comparison: aComparison(), samples })).id);
  expect(snapshot?.run).toMatchObject({ source: "reported" });
  expect(snapshot?.run?.samples[0]?.checks).toHaveLength(2);
  expect((await shown((await share({ comparison: aComparison() })).id))?.run).toBeNull();
});

test("[R38][SL8] the same request with the same key makes one link; another body with it is refused", async () => {
  const { share, services } = setUp();
  const owner = { id: newId("own"), isNew: false };
  const body = { comparison: aComparison() };
  const key = { key: "k-1", bodyHash: "a" };
  const [one, two] = await Promise.all([share(body, owner, key), share(body, owner, key)]);
  expect(one).toEqual(two);
  expect(await share(body, owner, key)).toEqual(one);
  expect(await services.links.own(owner.id)).toHaveLength(1);
  await expect(share(body, owner, { ...key, bodyHash: "b" })).rejects.toMatchObject({
    code: "idempotency-mismatch",
  });
  expect((await share(body, owner)).id).not.toBe(one?.id);
});

test("[R38] a browser that has not heard of its owner yet finds the link of its first try", async () => {
  const { share } = setUp();
  const key = { key: newId("req"), bodyHash: "a" };
  const first = await share({ comparison: aComparison() }, { id: newId("own"), isNew: true }, key);
  const again = await share({ comparison: aComparison() }, { id: newId("own"), isNew: true }, key);
  expect(again).toEqual(first);
});

test("[R38][SL8] after a restart, and on another instance, the same key still makes one link", async () => {
  const owner = { id: newId("own"), isNew: false };
  const body = { comparison: aComparison() };
  const key = { key: newId("req"), bodyHash: "a" };
  const [one, two] = await Promise.all([setUp().share(body, owner, key), setUp().share(body, owner, key)]);
  expect(two).toEqual(one);
  const { share, services } = setUp(1);
  expect(await share(body, owner, key)).toEqual(one);
  expect(await services.links.own(owner.id)).toHaveLength(1);
  await expect(setUp().share(body, owner, { ...key, bodyHash: "b" })).rejects.toMatchObject({
    code: "idempotency-mismatch",
  });
  const other = await setUp().share(body, { id: newId("own"), isNew: false }, key);
  expect(other.id).not.toBe(one?.id);
  expect(await services.links.revoke(one.id, "", one.manageToken)).toBe(true);
  expect((await setUp().share(body, owner, key)).id).toBe(one.id);
  expect(await services.links.read(one.id)).toBeNull();
});

test("[R38] a first try without an owner is found again by its key, on another instance, with or without one", async () => {
  const body = { comparison: aComparison() };
  const key = { key: newId("req"), bodyHash: "a" };
  const first = await setUp().share(body, { id: newId("own"), isNew: true }, key);
  expect(await setUp().share(body, { id: newId("own"), isNew: true }, key)).toEqual(first);
  expect(await setUp().share(body, { id: first.ownerId, isNew: false }, key)).toEqual(first);
  expect((await setUp().share(body, OTHER, key)).id).not.toBe(first.id);
});

test("[SL6] whoever has made too many links is refused before anything is read or frozen", async () => {
  const { share, services } = setUp(1);
  const owner = { id: newId("own"), isNew: false };
  await share({ comparison: aComparison() }, owner);
  const read = vi.spyOn(services.history, "read");
  await expect(share({ runId: newId("run") }, owner)).rejects.toMatchObject({ code: "too-many-links" });
  expect(read).not.toHaveBeenCalled();
});
