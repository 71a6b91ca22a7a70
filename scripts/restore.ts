/** `npm run restore -- --from file [--force]`: puts a backup into the database, SQLite or Postgres. */
import { parseArgs } from "node:util";
import { restoreBackup } from "#lib/db/restore.server.ts";
import { StorageError } from "#lib/db/storage-error.ts";
import { parseEnvironment } from "#lib/env.server.ts";
import { endInOneSentence } from "./one-sentence.ts";

await endInOneSentence("Nothing was restored", async () => {
  const { values } = parseArgs({
    options: { from: { type: "string" }, force: { type: "boolean", default: false } },
  });
  if (values.from === undefined) {
    throw new StorageError("bad-backup", "Say which backup: npm run restore -- --from FILE");
  }
  const rows = await restoreBackup(parseEnvironment(process.env), values.from, { force: values.force });
  return `${rows} rows were restored from ${values.from}.`;
});
