import { startPostgres } from "#lib/db/postgres.fixture.ts";
import { expect, test } from "./fixtures.ts";
import { ownApp } from "./own-app.ts";
import { roundRobin } from "./round-robin.ts";
import { callsFor, poemRun, postRun, readUntil, runIdOf, runToEnd } from "./run-api.ts";

test("[R50][R17] two instances on one Postgres behind a round robin serve each other's runs, links and revocations", async ({
  servers,
}) => {
  const postgres = await startPostgres();
  const app = await ownApp(servers.fakeUrl);
  try {
    const env = { DATABASE_URL: await postgres.newDatabase() };
    const instances = await Promise.all([app.start(env), app.start(env)]);
    const proxy = await roundRobin(instances.map(({ url }) => url));
    const json = async (path: string) => (await fetch(`${proxy.url}${path}`)).json();
    const everywhere = (path: string) =>
      Promise.all(instances.map(async ({ url }) => (await fetch(`${url}${path}`)).status));

    // A run is read, streamed again, listed and stopped wherever the next request happens to go.
    const runId = runIdOf(await runToEnd(proxy.url, poemRun({ provider: "openai", model: "fake/ok" }, 2)));
    for (let turn = 0; turn < 4; turn += 1) {
      expect(await json(`/api/runs/${runId}`)).toMatchObject({ status: "complete", total: 4 });
      expect((await json("/api/history")).runs).toMatchObject([{ runId, ended: 4 }]);
      const again = await (await fetch(`${proxy.url}/api/runs/${runId}/events`)).text();
      expect(again.match(/event: sample-end/g)).toHaveLength(4);
    }
    const marker = "round-robin-stop";
    const held = await readUntil(
      await postRun(proxy.url, {
        variants: [
          {
            id: "a",
            prompt: { kind: "text", text: marker },
            model: { provider: "openai", model: "fake/held" },
          },
        ],
      }),
      "text-delta",
    );
    await fetch(`${proxy.url}/api/runs/${runIdOf(held.events)}/stop`, { method: "POST" });
    await fetch(`${proxy.url}/api/runs/${runIdOf(held.events)}/stop`, { method: "POST" });
    await expect
      .poll(async () => (await callsFor(servers.fakeUrl, marker))[0]?.clientClosedAtMs ?? null)
      .not.toBeNull();

    // A link is read by both, and gone from both when either takes it back.
    const share = async () =>
      (
        await fetch(`${proxy.url}/api/comparisons`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ runId, expiresInDays: 30 }),
        })
      ).json();
    for (const taker of instances) {
      const { id, manageToken } = await share();
      const paths = [`/api/comparisons/${id}`, `/c/${id}`, `/c/${id}/embed`, `/api/comparisons/${id}/image`];
      for (const path of paths) expect(await everywhere(path)).toEqual([200, 200]);
      expect((await json("/api/comparisons")).links).toMatchObject([{ id }]);
      const revoked = await fetch(`${taker.url}/api/comparisons/${id}`, {
        method: "DELETE",
        headers: { authorization: `Bearer ${manageToken}` },
      });
      expect(revoked.status).toBe(200);
      const goneAt = performance.now();
      for (const path of paths) expect(await everywhere(path)).toEqual([404, 404]);
      expect(performance.now() - goneAt).toBeLessThan(1_000);
      expect((await json("/api/comparisons")).links).toEqual([]);
    }
    proxy.close();
  } finally {
    await app.remove();
    await postgres.stop();
  }
});
