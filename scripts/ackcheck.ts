/**
 * `npm run ackcheck [-- rounds]`: kills the app with `kill -9` while it makes runs, 100 times, and looks each time
 * whether everything that it had told is still there.
 */
import { DatabaseSync } from "node:sqlite";
import { ackRound } from "../e2e/ack-log.ts";
import { startFakeProvider } from "../e2e/fake-provider.ts";
import { ownApp } from "../e2e/own-app.ts";
import { buildApp, isBuilt } from "./app-build.ts";

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

async function ackCheck(rounds: number): Promise<number> {
  if (!(await isBuilt()) && (await buildApp({ show: true })).code !== 0) return 1;
  const fake = await startFakeProvider();
  const app = await ownApp(fake.url);
  let told = 0;
  let slowestMs = 0;
  const problems: string[] = [];
  try {
    let server = await app.start();
    for (let round = 1; round <= rounds; round += 1) {
      const result = await ackRound(app, server);
      server = result.server;
      const here = result.logs.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0);
      told += here;
      slowestMs = Math.max(slowestMs, result.restartMs);
      problems.push(...result.problems);
      print(
        `round ${round}: ${here} answers told, ${result.problems.length} missing, up again in ${Math.round(result.restartMs)} ms`,
      );
    }
    await server.stop();
    const database = new DatabaseSync(`${app.dataDir}/afterprompt.db`, { readOnly: true });
    const integrity = Object.values(database.prepare("PRAGMA integrity_check").get() ?? {})[0];
    database.close();
    if (integrity !== "ok") problems.push(`integrity_check: ${String(integrity)}`);
  } finally {
    await app.remove();
    await fake.close();
  }
  for (const problem of problems) print(problem);
  print(
    `${rounds} kills, ${told} answers told, ${problems.length} problems, slowest restart ${Math.round(slowestMs)} ms`,
  );
  return problems.length === 0 && told > 0 ? 0 : 1;
}

process.exitCode = await ackCheck(Number(process.argv[2] ?? 100));
