/** Writes into a data folder until it is killed, and says on standard output what has been acknowledged. */
import { aLink, aResult, aRun, work } from "./storage.fixture.ts";
import { openStorage } from "./storage.server.ts";

const [dataDir = "", round = ""] = process.argv.slice(2);
const { archive, shelf } = await openStorage({ dataDir, databaseUrl: null });
const runId = `run_${round}`;
await archive.begin(aRun({ runId, total: 1_000_000 }));
process.stdout.write("open\n");
for (let place = 0; ; place += 1) {
  // Both parts of each are one: a link without its body or an end that is not counted would be half of one.
  await Promise.all([
    archive.endSample(work(runId), place + 1, { result: aResult({ sample: place, costUsd: 1 }) }),
    shelf.add(aLink({ id: `cmp_${round}_${place}`, body: "x".repeat(5_000) })),
  ]);
  process.stdout.write(`${place}\n`);
}
