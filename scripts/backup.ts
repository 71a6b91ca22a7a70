/** `npm run backup [-- --to file]`: writes everything that is kept into one file; the app may go on running. */
import path from "node:path";
import { parseArgs } from "node:util";
import { writeBackup } from "#lib/db/backup.server.ts";
import { parseEnvironment } from "#lib/env.server.ts";
import { endInOneSentence } from "./one-sentence.ts";

await endInOneSentence("No backup was made", async () => {
  const { values } = parseArgs({ options: { to: { type: "string" } } });
  const environment = parseEnvironment(process.env);
  const moment = new Date().toISOString().slice(0, 19).replaceAll(":", "-");
  const file = values.to ?? path.join(environment.dataDir, "backups", `afterprompt-${moment}.jsonl.gz`);
  const rows = await writeBackup(environment, file);
  return `${rows} rows are in ${file}. It holds prompts and answers: keep it as you keep them.`;
});
